// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryRecorder;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.kernel.Arn;

/** Has a resource judged by the controls on tags when it comes, goes, or gets other tags. Thread-safe. */
public final class ControlRecorder implements RegistryRecorder {
    private final StandardStores stores;
    private final ControlCatalog catalog;
    private final ControlEvaluation evaluation;

    public ControlRecorder(StandardStores stores, ControlCatalog catalog, ControlEvaluation evaluation) {
        this.stores = stores;
        this.catalog = catalog;
        this.evaluation = evaluation;
    }

    @Override
    public void record(Tx tx, RegistryChange change) {
        Arn arn = change.kind() == RegistryChange.Kind.TAGS ? Arn.parse(change.name()) : null;
        if (arn == null) {
            return;
        }
        for (SecurityControl control : catalog.all()) {
            String name =
                    control.basis() instanceof SecurityControl.Tagging tagging ? arn.nameOf(tagging.arnType()) : null;
            if (name != null && !stores.subscriptions().of(tx, change.scope()).isEmpty()) {
                evaluation.judge(tx, change.scope(), control, name);
            }
        }
    }
}
