// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.net.Cidr;
import io.fleetward.policy.condition.Comparison;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Values of a context key that decide conditions on it one way or the other.
 *
 * <p>Among them is one for each way in which the values of texts, numbers, moments and addresses can compare, as long as
 * all conditions compare with one of these.
 */
final class SuggestedValues {
    /** Values of every type that hardly any policy mentions; the addresses are reserved for documentation. */
    private static final List<String> USUAL = List.of(
            Draft.UNREMARKABLE,
            "true",
            "false",
            "0",
            "192.0.2.77",
            "198.51.100.77",
            "203.0.113.77",
            "2001:db8::77",
            "0.0.0.0",
            "::");

    private SuggestedValues() {}

    /** The values that the key could be given, each time all of them: none, single ones, and several where it can. */
    static Stream<List<String>> of(ContextKey key, List<Condition> conditions, PolicyContext context) {
        List<String> only = KnownKeys.onlyValues(key);
        if (only != null) {
            return only.stream().map(List::of);
        }
        List<String> single = single(conditions, context);
        Stream<List<String>> one =
                Stream.concat(Stream.of(List.of()), single.stream().map(List::of));
        if (!KnownKeys.hasSeveralValues(key)) {
            return one;
        }
        Stream<List<String>> two = single.stream().skip(1).map(other -> List.of(single.getFirst(), other));
        return Stream.of(one, Stream.of(single), two).flatMap(values -> values);
    }

    /** The single values among them. */
    static List<String> single(List<Condition> conditions, PolicyContext context) {
        Function<Kind, List<String>> compared = kind -> compared(kind, conditions, context);
        return Stream.of(
                        Texts.apart(conditions, context).samples(),
                        OrderedValues.numbers(compared.apply(Kind.NUMBER)),
                        OrderedValues.moments(compared.apply(Kind.MOMENT)),
                        edges(compared.apply(Kind.ADDRESS)),
                        compared.apply(Kind.ARN).stream()
                                .flatMap(SuggestedValues::arn)
                                .toList(),
                        compared.apply(Kind.OTHER),
                        USUAL)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** What a condition compares. */
    enum Kind {
        TEXT,
        NUMBER,
        MOMENT,
        ADDRESS,
        ARN,
        PRESENCE,
        OTHER;

        static Kind of(Condition condition) {
            Comparison comparison = condition.operator().comparison();
            return switch (comparison) {
                case STRING_EQUALS, STRING_NOT_EQUALS, STRING_LIKE, STRING_NOT_LIKE -> TEXT;
                case NUMERIC_EQUALS,
                        NUMERIC_NOT_EQUALS,
                        NUMERIC_LESS_THAN,
                        NUMERIC_LESS_THAN_EQUALS,
                        NUMERIC_GREATER_THAN,
                        NUMERIC_GREATER_THAN_EQUALS -> NUMBER;
                case DATE_EQUALS,
                        DATE_NOT_EQUALS,
                        DATE_LESS_THAN,
                        DATE_LESS_THAN_EQUALS,
                        DATE_GREATER_THAN,
                        DATE_GREATER_THAN_EQUALS -> MOMENT;
                case IP_ADDRESS, NOT_IP_ADDRESS -> ADDRESS;
                case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ARN;
                case NULL -> PRESENCE;
                case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL, BINARY_EQUALS -> OTHER;
            };
        }
    }

    private static List<String> compared(Kind kind, List<Condition> conditions, PolicyContext context) {
        return conditions.stream()
                .filter(condition -> Kind.of(condition) == kind)
                .flatMap(condition -> condition.values().stream())
                .map(value -> value.render(context))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Where the membership of addresses in blocks changes. */
    private static List<String> edges(List<String> blocks) {
        return blocks.stream()
                .map(Cidr::parse)
                .filter(Objects::nonNull)
                .flatMap(block -> block.edges().stream())
                .map(Object::toString)
                .toList();
    }

    private static Stream<String> arn(String pattern) {
        String whole = pattern.equals("*") ? "arn:aws:iot:x:x:*" : pattern;
        return Stream.of("", "x").map(text -> whole.replace("*", text).replace('?', 'x'));
    }
}
