// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.hub.HubBelongings;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** What is kept about correlating findings, and where. */
public record CorrelationStores(CorrelationRules rules, Correlations correlations) implements HubBelongings {
    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        rules.removeAll(tx, scope);
        correlations.removeAll(tx, scope);
    }
}
