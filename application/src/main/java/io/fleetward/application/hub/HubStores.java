// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

/** What the hub keeps, and where. */
public record HubStores(
        Hubs hubs,
        ProductSubscriptions products,
        Findings findings,
        FindingHistory history,
        AutomationStores automation,
        HubLinks links) {
    /** The histories of findings from their beginning. */
    public FindingHistories histories() {
        return new FindingHistories(findings, history);
    }

    /** Whose findings are seen where. */
    public FindingScopes scopes() {
        return new FindingScopes(hubs, links);
    }
}
