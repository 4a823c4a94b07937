// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;

/** Counts policies on targets as a test sets them. */
public final class FakeTargetPolicies implements TargetPolicies {
    private final InMemoryTable<ScopedKey, Integer> counts = new InMemoryTable<>();

    /** Sets how many policies are attached to the target. */
    public void attach(Tx tx, AccountRegion scope, Arn target, int count) {
        counts.put(tx, ScopedKey.of(scope, target), count);
    }

    @Override
    public int count(Tx tx, AccountRegion scope, Arn target) {
        Integer count = counts.get(tx, ScopedKey.of(scope, target));
        return count == null ? 0 : count;
    }

    @Override
    public void detachAll(Tx tx, AccountRegion scope, Arn target) {
        counts.remove(tx, ScopedKey.of(scope, target));
    }
}
