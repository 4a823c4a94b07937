// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.topic;

import io.fleetward.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How long and how deep a topic name or filter may be (iot-core, limits and their handling).
 *
 * <p>Immutable. Not counted are the sharing prefix of a filter and the prefix {@code $aws/rules/<rule>/}.
 *
 * @param maxBytes most bytes of UTF-8
 * @param maxSlashes most slashes
 */
public record TopicLimits(int maxBytes, int maxSlashes) {
    /** What AWS IoT allows. */
    public static final TopicLimits AWS = new TopicLimits(256, 7);

    private static final String RULES = "$aws/rules/";

    /** What is wrong with the name, or null. */
    public @Nullable Problem check(TopicName name) {
        return check("topic", name.value());
    }

    /** What is wrong with the filter, or null. */
    public @Nullable Problem check(TopicFilter filter) {
        return check("topic filter", filter.pattern());
    }

    private @Nullable Problem check(String what, String text) {
        String counted = withoutRulePrefix(text);
        if (Utf8.length(counted) > maxBytes) {
            return new Problem(what, "is longer than " + maxBytes + " bytes");
        }
        long slashes = counted.chars().filter(c -> c == '/').count();
        return slashes > maxSlashes ? new Problem(what, "has more than " + maxSlashes + " slashes") : null;
    }

    private static String withoutRulePrefix(String text) {
        if (!text.startsWith(RULES)) {
            return text;
        }
        int slash = text.indexOf('/', RULES.length());
        return slash < 0 ? text : text.substring(slash + 1);
    }
}
