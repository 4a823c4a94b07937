// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Delegations in a sorted table. */
public final class InMemoryHubDelegations implements HubDelegations {
    private final InMemoryTable<AccountRegion, Delegation> rows = new InMemoryTable<>();

    @Override
    public @Nullable Delegation by(Tx tx, AccountRegion management) {
        return rows.get(tx, management);
    }

    @Override
    public @Nullable Delegation to(Tx tx, AccountRegion administrator) {
        return rows.all(tx).stream()
                .filter(delegation -> delegation.administrator().equals(administrator))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Delegation> all(Tx tx, AccountId management) {
        return rows.all(tx).stream()
                .filter(delegation -> delegation.management().account().equals(management))
                .toList();
    }

    @Override
    public void save(Tx tx, Delegation delegation) {
        rows.put(tx, delegation.management(), delegation);
    }

    @Override
    public void delete(Tx tx, AccountRegion management) {
        rows.remove(tx, management);
    }
}
