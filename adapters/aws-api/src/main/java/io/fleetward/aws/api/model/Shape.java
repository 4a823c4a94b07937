// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a value of the service model looks like and which constraints it has to satisfy. Immutable. */
public sealed interface Shape {
    /**
     * A string; {@code allowed} is empty when it is not an enumeration, {@code length} counts characters.
     *
     * @param sensitive whether the value must not be repeated in messages
     */
    record Text(Range length, @Nullable TextPattern pattern, List<String> allowed, boolean sensitive)
            implements Shape {}

    /** A whole number of 32 bits, or of 64 when wide. */
    record Whole(Range value, boolean wide) implements Shape {}

    /** A number with fraction; a bound is null when that end is open. */
    record Decimal(@Nullable Double min, @Nullable Double max) implements Shape {}

    /** True or false. */
    record Flag() implements Shape {}

    /** A point in time. */
    record Moment() implements Shape {}

    /** Bytes. */
    record Blob(Range length) implements Shape {}

    /** A list. */
    record Sequence(ShapeRef element, Range size) implements Shape {}

    /**
     * A map from strings.
     *
     * @param keyName what an entry's key is called in a form and in XML
     * @param valueName what an entry's value is called there
     */
    record Mapping(ShapeRef key, ShapeRef value, Range size, String keyName, String valueName) implements Shape {}

    /**
     * Named members.
     *
     * @param payload the member that is the whole body, null when the body holds the members
     * @param located whether any member travels outside the body
     */
    record Structure(Map<String, Member> members, @Nullable Member payload, boolean located) implements Shape {}

    /** A JSON object that passes through as it came. */
    record Document() implements Shape {}
}
