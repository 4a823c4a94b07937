// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the insights that people made. */
public interface CustomInsights extends HubBelongings {
    @Nullable
    Insight find(Tx tx, AccountRegion scope, String arn);

    /** Creates or replaces the insight with this ARN. */
    void save(Tx tx, AccountRegion scope, Insight insight);

    /** Forgets the insight; answers false when there was none. */
    boolean remove(Tx tx, AccountRegion scope, String arn);

    /** All of the account and region, in the order of their ARNs; at most {@value Insights#MOST}. */
    List<Insight> all(Tx tx, AccountRegion scope);
}
