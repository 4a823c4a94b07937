// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Context keys in the making: some have values that belong to the request, the others are free to be chosen.
 *
 * <p>Confined to one thread.
 */
final class Draft {
    /** A value that no policy is likely to mention. */
    static final String UNREMARKABLE = "some-device";

    private static final ContextKey ATTACHMENT = ContextKey.parse(ContextKeys.IS_ATTACHED);
    private static final ContextKey THING_NAME = ContextKey.parse(ContextKeys.CONNECTION_THING_NAME);

    private final Map<String, List<String>> values;
    private final Map<String, String> written;
    private final Set<String> bound;

    Draft() {
        this(Map.of(), Map.of(), Set.of());
    }

    private Draft(Map<String, List<String>> values, Map<String, String> written, Set<String> bound) {
        this.values = new TreeMap<>(values);
        this.written = new TreeMap<>(written);
        this.bound = new HashSet<>(bound);
    }

    Draft copy() {
        return new Draft(values, written, bound);
    }

    /** Gives the key this value, and it alone, for good. */
    void bind(ContextKey key, String value) {
        set(key, value);
        bound.add(key.name());
    }

    /** Gives the key a value, the one that its selection names. */
    void set(ContextKey key, String value) {
        var all = new ArrayList<>(values.getOrDefault(key.name(), List.of()));
        int index = Math.max(key.selection(), 0);
        while (all.size() <= index) {
            all.add(UNREMARKABLE);
        }
        all.set(index, value);
        put(key, all);
    }

    /** Gives the key these values; none leaves it undefined. */
    void put(ContextKey key, List<String> all) {
        if (all.isEmpty()) {
            values.remove(key.name());
        } else {
            values.put(key.name(), List.copyOf(all));
            written.putIfAbsent(key.name(), properName(key));
        }
    }

    boolean isBound(ContextKey key) {
        return bound.contains(key.name());
    }

    boolean isDefined(ContextKey key) {
        return values.containsKey(key.name());
    }

    PolicyContext context() {
        PolicyContext.Builder context = PolicyContext.builder();
        values.forEach(context::put);
        return context.build();
    }

    /** The keys as policies write them. */
    Map<String, List<String>> keys() {
        var keys = new TreeMap<String, List<String>>();
        values.forEach((name, all) -> keys.put(written.getOrDefault(name, name), all));
        return keys;
    }

    /** Whether the client has a thing, as far as it is drafted. */
    boolean hasThing() {
        return values.keySet().stream().anyMatch(KnownKeys::isOfThing);
    }

    /** Whether the client is attached to a thing, as far as that is drafted; the likelier of both possibilities first. */
    List<Boolean> attachments() {
        List<String> known = isBound(ATTACHMENT) ? values.getOrDefault(ATTACHMENT.name(), List.of()) : List.of();
        return known.isEmpty()
                ? List.of(hasThing(), !hasThing())
                : known.stream().map(Boolean::valueOf).toList();
    }

    /**
     * The same of a client that is attached to a thing, which then has a name, or of one that is not and knows nothing
     * of a thing; null when what is bound says otherwise.
     */
    @Nullable
    Draft placed(boolean isAttached) {
        Draft placed = copy();
        placed.bind(ATTACHMENT, Boolean.toString(isAttached));
        if (!isAttached) {
            placed.values.keySet().removeIf(name -> KnownKeys.isOfThing(name) && !bound.contains(name));
            return placed.hasThing() ? null : placed;
        }
        if (!isDefined(THING_NAME)) {
            placed.set(THING_NAME, UNREMARKABLE);
        }
        return placed;
    }

    /** The key's name in the author's letters, without what selects one of its values. */
    private static String properName(ContextKey key) {
        return key.written().substring(0, key.name().length());
    }
}
