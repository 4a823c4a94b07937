// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** What the hub keeps about changing findings by itself, and where. */
public record AutomationStores(
        AutomationRules rules,
        RuleApplications applications,
        FindingSuppressions suppressions,
        SuppressedFindings suppressed)
        implements HubBelongings {
    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        rules.removeAll(tx, scope);
        applications.removeAll(tx, scope);
        suppressions.removeAll(tx, scope);
        suppressed.removeAll(tx, scope);
    }
}
