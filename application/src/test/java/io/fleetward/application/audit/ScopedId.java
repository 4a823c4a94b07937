// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;

/** The key of a row that belongs to one account and region. */
record ScopedId(AccountRegion scope, String id) implements Comparable<ScopedId> {
    @Override
    public int compareTo(ScopedId other) {
        return Comparator.comparing(ScopedId::scope).thenComparing(ScopedId::id).compare(this, other);
    }
}
