// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;

/** The key of a row in a fake: the tenant first, then one or two names. */
public record ScopedKey(AccountRegion scope, String first, String second) implements Comparable<ScopedKey> {
    private static final Comparator<ScopedKey> ORDER = Comparator.comparing(ScopedKey::scope)
            .thenComparing(ScopedKey::first)
            .thenComparing(ScopedKey::second);

    public static ScopedKey of(AccountRegion scope, Object name) {
        return new ScopedKey(scope, name.toString(), "");
    }

    public static ScopedKey of(AccountRegion scope, Object first, Object second) {
        return new ScopedKey(scope, first.toString(), second.toString());
    }

    @Override
    public int compareTo(ScopedKey other) {
        return ORDER.compare(this, other);
    }
}
