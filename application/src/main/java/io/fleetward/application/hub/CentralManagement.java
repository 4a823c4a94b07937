// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * Where configuration policies hold: in the home region of whoever made them and the regions linked to it. Thread-safe.
 */
public record CentralManagement(HubLinks links, Hubs hubs) {
    /** Refuses where somebody else configures the hub of this account and region. */
    public void requireSelfManaged(Tx tx, AccountRegion scope) {
        boolean isManaged = links.central().associations().about(tx, scope.account()).stream()
                .filter(kept -> kept.association().policyId() != null)
                .anyMatch(kept -> reaches(tx, kept.administrator(), scope.region()));
        if (isManaged) {
            throw HubRefusals.denied("Account " + scope.account() + " is managed by a configuration policy");
        }
    }

    /** The regions in which policies of this administrator hold: its home region and linked ones where its hub is on. */
    public List<Region> regions(Tx tx, AccountRegion administrator) {
        var regions = new ArrayList<Region>();
        regions.add(administrator.region());
        hubs.regions(tx, administrator.account()).stream()
                .filter(region -> !region.equals(administrator.region()))
                .filter(region -> reaches(tx, administrator, region))
                .forEach(regions::add);
        return regions;
    }

    private boolean reaches(Tx tx, AccountRegion administrator, Region region) {
        if (administrator.region().equals(region)) {
            return true;
        }
        FindingAggregator aggregator = links.aggregators().find(tx, administrator.account());
        if (aggregator == null || !aggregator.home().equals(administrator) || !aggregator.links(region)) {
            return false;
        }
        Hub there = hubs.find(tx, new AccountRegion(administrator.account(), region));
        return there != null && there.isEnabled();
    }
}
