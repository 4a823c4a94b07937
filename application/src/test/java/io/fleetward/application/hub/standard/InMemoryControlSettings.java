// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/** Settings of controls in sorted tables. */
public final class InMemoryControlSettings implements ControlSettings {
    private record Switched(AccountRegion scope, ControlAssociation association) {}

    private record Customized(AccountRegion scope, ControlCustomization customization) {}

    private final InMemoryTable<String, Switched> switched = new InMemoryTable<>();
    private final InMemoryTable<String, Customized> customized = new InMemoryTable<>();

    @Override
    public List<ControlAssociation> associations(Tx tx, AccountRegion scope) {
        return switched.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Switched::association)
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, ControlAssociation association) {
        switched.put(tx, key(scope, association), new Switched(scope, association));
    }

    @Override
    public void removeAssociations(Tx tx, AccountRegion scope, String standard) {
        associations(tx, scope).stream()
                .filter(association -> association.standard().equals(standard))
                .forEach(association -> switched.remove(tx, key(scope, association)));
    }

    @Override
    public List<ControlCustomization> customizations(Tx tx, AccountRegion scope) {
        return customized.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Customized::customization)
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, ControlCustomization customization) {
        customized.put(tx, scope + " " + customization.control(), new Customized(scope, customization));
    }

    private static String key(AccountRegion scope, ControlAssociation association) {
        return String.join(" ", scope.toString(), association.standard(), association.control());
    }
}
