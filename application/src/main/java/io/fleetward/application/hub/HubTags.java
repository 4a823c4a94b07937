// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import java.util.HashMap;
import java.util.Map;

/** The rules of tags on the hub: at most 50, keys up to 128 and values up to 256 characters. */
public final class HubTags {
    private static final int MAX_TAGS = 50;
    private static final int MAX_KEY = 128;
    private static final int MAX_VALUE = 256;

    private HubTags() {}

    static Map<String, String> merged(Map<String, String> tags, Map<String, String> more) {
        var merged = new HashMap<>(tags);
        merged.putAll(more);
        check(merged);
        return merged;
    }

    static Map<String, String> without(Map<String, String> tags, Iterable<String> keys) {
        var rest = new HashMap<>(tags);
        keys.forEach(rest::remove);
        return rest;
    }

    /** Refuses tags that break the rules. */
    public static void check(Map<String, String> tags) {
        if (tags.size() > MAX_TAGS) {
            throw HubRefusals.invalid("Tags", "data.Tags should NOT have more than " + MAX_TAGS + " properties");
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > MAX_KEY || key.startsWith("aws:")) {
                String rule = "data.Tags keys should have 1 to " + MAX_KEY + " characters and not start with aws:";
                throw HubRefusals.invalid("Tags", rule);
            }
            if (value.length() > MAX_VALUE) {
                String rule = "data.Tags values should NOT be longer than " + MAX_VALUE + " characters";
                throw HubRefusals.invalid("Tags", rule);
            }
        });
    }
}
