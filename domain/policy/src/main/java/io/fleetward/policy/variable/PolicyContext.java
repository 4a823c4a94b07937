// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.variable;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a request besides action and resource: context keys, each with its values in order.
 *
 * <p>A key without values is the same as an absent key. The moment of the request is kept apart, because it differs
 * from request to request while everything else stays for the life of a connection. Immutable.
 */
public final class PolicyContext {
    /** A context that knows nothing. */
    public static final PolicyContext EMPTY = new PolicyContext(Map.of(), null);

    /** Longest certificate attribute that is put into a resource (iot-core, context keys). */
    private static final int LONGEST_SUBSTITUTED = 1024;

    private static final String UNSAFE_IN_RESOURCE = "*$+?#";
    private static final String CURRENT_TIME = ContextKeys.normalize(ContextKeys.CURRENT_TIME);
    private static final String EPOCH_TIME = ContextKeys.normalize(ContextKeys.EPOCH_TIME);

    private final Map<String, List<String>> values;
    private final @Nullable Instant time;

    private PolicyContext(Map<String, List<String>> values, @Nullable Instant time) {
        this.values = values;
        this.time = time;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same context at that moment, which defines {@code aws:CurrentTime} and {@code aws:EpochTime}. */
    public PolicyContext at(Instant moment) {
        return new PolicyContext(values, moment);
    }

    /** A builder that starts from the keys of this context. */
    public Builder toBuilder() {
        var copy = new Builder();
        copy.values.putAll(values);
        return copy;
    }

    /** The values the key means, in order; empty when the context lacks it. */
    public List<String> values(ContextKey key) {
        List<String> all = all(key.name());
        if (key.selection() == ContextKey.ALL) {
            return all;
        }
        return key.selection() < all.size() ? List.of(all.get(key.selection())) : List.of();
    }

    /**
     * The text that replaces the variable, or null when it is undefined: absent, ambiguous, or a certificate attribute
     * that could be mistaken for a pattern.
     */
    public @Nullable String substitute(ContextKey key) {
        List<String> all = all(key.name());
        int index = key.selection() == ContextKey.ALL && all.size() == 1 ? 0 : key.selection();
        if (index < 0 || index >= all.size()) {
            return null;
        }
        String value = all.get(index);
        return key.isCertificateAttribute() && !isSafeInResource(value) ? null : value;
    }

    /** Whether the key's value depends on when the request is made. */
    public static boolean isTime(ContextKey key) {
        return key.name().equals(CURRENT_TIME) || key.name().equals(EPOCH_TIME);
    }

    private List<String> all(String name) {
        List<String> known = values.get(name);
        if (known != null) {
            return known;
        }
        return time == null ? List.of() : timeValue(name, time);
    }

    private static List<String> timeValue(String name, Instant moment) {
        if (name.equals(CURRENT_TIME)) {
            return List.of(moment.toString());
        }
        return name.equals(EPOCH_TIME) ? List.of(Long.toString(moment.getEpochSecond())) : List.of();
    }

    private static boolean isSafeInResource(String value) {
        if (value.length() > LONGEST_SUBSTITUTED) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (UNSAFE_IN_RESOURCE.indexOf(value.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return time == null ? values.toString() : values + " at " + time;
    }

    /** Collects the keys of a context. Confined to one thread. */
    public static final class Builder {
        private final Map<String, List<String>> values = new HashMap<>();

        private Builder() {}

        /** Defines a key with one value. */
        public Builder put(String key, String value) {
            return put(key, List.of(value));
        }

        /** Defines a key with several values; none leaves the key undefined. */
        public Builder put(String key, List<String> all) {
            if (!all.isEmpty()) {
                values.put(ContextKeys.normalize(key), List.copyOf(all));
            }
            return this;
        }

        public PolicyContext build() {
            return new PolicyContext(Map.copyOf(values), null);
        }
    }
}
