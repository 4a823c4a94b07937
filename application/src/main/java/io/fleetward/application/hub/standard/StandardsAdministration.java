// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.Hub;
import io.fleetward.application.hub.HubFollower;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the standards that there are, and holds accounts to some. Thread-safe (hub, standards and controls). */
public final class StandardsAdministration implements HubFollower {
    private static final int MAX_BATCH = 25;

    private final StandardStores stores;
    private final ControlCatalog catalog;
    private final ControlEvaluation evaluation;

    public StandardsAdministration(StandardStores stores, ControlCatalog catalog, ControlEvaluation evaluation) {
        this.stores = stores;
        this.catalog = catalog;
        this.evaluation = evaluation;
    }

    /** All standards; the keyset is the path. */
    public Page<Standard> describe(CallContext context, PageRequest page) {
        stores.transactions().read(tx -> HubRefusals.requireEnabled(tx, stores.hubs(), context.scope()));
        return Listing.page(Standards.all(), Standard::path, page);
    }

    /**
     * Holds the account to standards; those that it is held to already stay as they are.
     *
     * <p>Deviation: a standard that is not evaluated here is refused, and with it the whole call, because no status of a
     * subscription could say why nothing will ever be found.
     */
    public List<Standard> enable(CallContext context, List<String> standardsArns) {
        Listing.requireBatch("StandardsSubscriptionRequests", standardsArns, MAX_BATCH);
        AccountRegion scope = context.scope();
        return stores.transactions().write(tx -> {
            stores.requireSelfManaged(tx, scope);
            var enabled = new ArrayList<Standard>();
            for (String arn : standardsArns) {
                Standard standard = find(scope, arn, enabled.size());
                if (hold(tx, scope, standard, context.at())) {
                    evaluation.judgeAll(tx, scope, catalog.of(standard));
                }
                enabled.add(standard);
            }
            return enabled;
        });
    }

    /** Ends subscriptions; what was switched in the standards is forgotten and what was found is withdrawn. */
    public List<Standard> disable(CallContext context, List<String> subscriptionArns) {
        Listing.requireBatch("StandardsSubscriptionArns", subscriptionArns, MAX_BATCH);
        AccountRegion scope = context.scope();
        return stores.transactions().write(tx -> {
            stores.requireSelfManaged(tx, scope);
            var disabled = new ArrayList<Standard>();
            for (String arn : subscriptionArns) {
                Standard standard = Standards.findBySubscription(scope, arn);
                if (standard == null || !stores.subscriptions().remove(tx, scope, standard.path())) {
                    throw HubRefusals.invalid(
                            "StandardsSubscriptionArns",
                            "data.StandardsSubscriptionArns[" + disabled.size()
                                    + "] should be the ARN of a subscription of this account");
                }
                stores.settings().removeAssociations(tx, scope, standard.path());
                evaluation.judgeAll(tx, scope, catalog.of(standard));
                disabled.add(standard);
            }
            return disabled;
        });
    }

    /** The standards that the account is held to, or those among the subscriptions asked for; the keyset is the path. */
    public Page<Standard> enabled(CallContext context, @Nullable List<String> subscriptionArns, PageRequest page) {
        AccountRegion scope = context.scope();
        List<Standard> held = stores.transactions().read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            return Obligations.of(tx, stores, scope).standards();
        });
        List<Standard> wanted = subscriptionArns == null || subscriptionArns.isEmpty()
                ? held
                : held.stream()
                        .filter(standard -> subscriptionArns.contains(standard.subscriptionArn(scope)))
                        .toList();
        return Listing.page(wanted, Standard::path, page);
    }

    @Override
    public void enabled(Tx tx, Hub hub, boolean withDefaultStandards) {
        if (withDefaultStandards) {
            for (Standard standard : Standards.all()) {
                if (standard.isEnabledByDefault()) {
                    hold(tx, hub.scope(), standard, hub.subscribedAt());
                }
            }
        }
        // Also withdraws what controls said before the hub was last disabled and say no more.
        evaluation.judgeAll(tx, hub.scope(), catalog.all());
    }

    @Override
    public void configured(Tx tx, Hub before, Hub after) {
        if (before.controlFindingGenerator() != after.controlFindingGenerator()) {
            evaluation.judgeAll(tx, after.scope(), catalog.all());
        }
    }

    @Override
    public void disabled(Tx tx, AccountRegion scope) {
        for (StandardSubscription held : stores.subscriptions().of(tx, scope)) {
            stores.subscriptions().remove(tx, scope, held.standard());
            stores.settings().removeAssociations(tx, scope, held.standard());
        }
    }

    /** Answers false when the account is held to the standard already. */
    private boolean hold(Tx tx, AccountRegion scope, Standard standard, Instant now) {
        if (Obligations.of(tx, stores, scope).includes(standard)) {
            return false;
        }
        stores.subscriptions().put(tx, scope, new StandardSubscription(standard.path(), now, now));
        return true;
    }

    private static Standard find(AccountRegion scope, String arn, int index) {
        Standard standard = Standards.findByArn(scope.region(), arn);
        if (standard == null || !standard.isEvaluated()) {
            String place = "data.StandardsSubscriptionRequests[" + index + "].StandardsArn ";
            throw HubRefusals.invalid(
                    "StandardsSubscriptionRequests",
                    place
                            + (standard == null
                                    ? "should be the ARN of a standard in this Region"
                                    : "names a standard that is not evaluated here: " + arn));
        }
        return standard;
    }
}
