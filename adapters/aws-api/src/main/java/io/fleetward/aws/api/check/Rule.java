// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.check;

import java.util.List;

/** A constraint that a value does not satisfy. Immutable. */
public sealed interface Rule {
    /** The member is missing. */
    record Required() implements Rule {}

    /** The text has more characters, or the collection more entries. */
    record MaxLength(long max) implements Rule {}

    /** The text has fewer characters, or the collection fewer entries. */
    record MinLength(long min) implements Rule {}

    /** The number is greater. */
    record MaxValue(Number max) implements Rule {}

    /** The number is smaller. */
    record MinValue(Number min) implements Rule {}

    /** The text does not match the pattern. */
    record MatchesPattern(String pattern) implements Rule {}

    /** The text is not one of the allowed ones. */
    record OneOf(List<String> allowed) implements Rule {}

    /** Some key of the map breaks one of the rules for keys. */
    record EveryKey(List<Rule> rules) implements Rule {}

    /** Some value of the map breaks one of the rules for values. */
    record EveryValue(List<Rule> rules) implements Rule {}

    /** Some element of the list breaks one of the rules for elements. */
    record EveryElement(List<Rule> rules) implements Rule {}
}
