// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tags that a resource must have: these keys, or any tag when no key is named. Tags of the system do not count.
 *
 * <p>Immutable (hub, standards and controls).
 */
public record TagRequirement(List<String> keys) {
    /** The name of the parameter that sets the keys. */
    public static final String PARAMETER = "requiredTagKeys";

    /** How many keys may be demanded. */
    public static final int MAX_KEYS = 6;

    /** What a key must match. */
    public static final String KEY = "^(?!aws:)[a-zA-Z0-9 _.:/=+@-]{1,128}$";

    /** Any tag will do. */
    public static final TagRequirement ANY = new TagRequirement(List.of());

    private static final Pattern KEY_FORM = Pattern.compile(KEY);
    private static final String SYSTEM = "aws:";

    public TagRequirement {
        keys = List.copyOf(keys);
    }

    /** Why these keys cannot be demanded, null when they can. */
    public static @Nullable String problemWith(List<String> keys) {
        if (keys.size() > MAX_KEYS) {
            return "should NOT have more than " + MAX_KEYS + " items";
        }
        if (new HashSet<>(keys).size() < keys.size()) {
            return "should NOT have duplicate items";
        }
        return keys.stream().allMatch(key -> KEY_FORM.matcher(key).matches())
                ? null
                : "should hold keys of tags, which match " + KEY;
    }

    /** Whether a resource with tags of these keys is as demanded. */
    public boolean isMetBy(Collection<String> tagKeys) {
        return keys.isEmpty() ? tagKeys.stream().anyMatch(key -> !key.startsWith(SYSTEM)) : tagKeys.containsAll(keys);
    }
}
