// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Region;

/**
 * Brings the findings of an account's linked regions, and of its members there, into its home region. Immutable.
 *
 * @param home the account, and the region that shows the others' findings
 * @param id a UUID
 */
public record FindingAggregator(AccountRegion home, String id, RegionLinking linking) {
    public Arn arn() {
        return home.arn("securityhub", "finding-aggregator/" + id);
    }

    /** Whether findings of this region are shown in the home region besides its own. */
    public boolean links(Region region) {
        return !region.equals(home.region())
                && region.partition().equals(home.region().partition())
                && linking.links(region);
    }
}
