// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.util.List;

/**
 * The comparisons a condition can make, without prefix and suffix (iot-core, condition operators).
 *
 * <p>A negated comparison holds when its positive twin matches none of the policy's values.
 */
public enum Comparison {
    STRING_EQUALS("StringEquals"),
    STRING_NOT_EQUALS("StringNotEquals"),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase"),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase"),
    STRING_LIKE("StringLike"),
    STRING_NOT_LIKE("StringNotLike"),
    NUMERIC_EQUALS("NumericEquals"),
    NUMERIC_NOT_EQUALS("NumericNotEquals"),
    NUMERIC_LESS_THAN("NumericLessThan"),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals"),
    NUMERIC_GREATER_THAN("NumericGreaterThan"),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals"),
    DATE_EQUALS("DateEquals"),
    DATE_NOT_EQUALS("DateNotEquals"),
    DATE_LESS_THAN("DateLessThan"),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals"),
    DATE_GREATER_THAN("DateGreaterThan"),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals"),
    BOOL("Bool"),
    BINARY_EQUALS("BinaryEquals"),
    IP_ADDRESS("IpAddress"),
    NOT_IP_ADDRESS("NotIpAddress"),
    ARN_EQUALS("ArnEquals"),
    ARN_LIKE("ArnLike"),
    ARN_NOT_EQUALS("ArnNotEquals"),
    ARN_NOT_LIKE("ArnNotLike"),
    /** Asks whether the key is absent; takes neither prefix nor suffix. */
    NULL("Null");

    private final String wireName;
    private final boolean negated;

    Comparison(String wireName) {
        this.wireName = wireName;
        negated = wireName.contains("Not");
    }

    /** The name in a document. */
    public String wireName() {
        return wireName;
    }

    /** Whether it holds when the value equals none of the policy's values. */
    public boolean isNegated() {
        return negated;
    }

    /** The positive test against the values of a policy. */
    ValueMatch compile(List<Template> values) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> TextMatch.exact(values);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE -> TextMatch.ignoringCase(values);
            case STRING_LIKE, STRING_NOT_LIKE -> LikeMatch.of(values);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> NumericMatch.of(values, order -> order == 0);
            case NUMERIC_LESS_THAN -> NumericMatch.of(values, order -> order < 0);
            case NUMERIC_LESS_THAN_EQUALS -> NumericMatch.of(values, order -> order <= 0);
            case NUMERIC_GREATER_THAN -> NumericMatch.of(values, order -> order > 0);
            case NUMERIC_GREATER_THAN_EQUALS -> NumericMatch.of(values, order -> order >= 0);
            case DATE_EQUALS, DATE_NOT_EQUALS -> DateMatch.of(values, order -> order == 0);
            case DATE_LESS_THAN -> DateMatch.of(values, order -> order < 0);
            case DATE_LESS_THAN_EQUALS -> DateMatch.of(values, order -> order <= 0);
            case DATE_GREATER_THAN -> DateMatch.of(values, order -> order > 0);
            case DATE_GREATER_THAN_EQUALS -> DateMatch.of(values, order -> order >= 0);
            case BOOL, NULL -> BoolMatch.of(values);
            case BINARY_EQUALS -> BinaryMatch.of(values);
            case IP_ADDRESS, NOT_IP_ADDRESS -> IpMatch.of(values);
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> ArnMatch.of(values);
        };
    }
}
