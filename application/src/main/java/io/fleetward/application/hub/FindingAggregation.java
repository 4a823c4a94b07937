// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.RegionLinking;
import io.fleetward.hub.aggregation.RegionLinking.Mode;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Links regions to a home region, which is the one of the call. Thread-safe (hub, FindingAggregator).
 *
 * <p>Members follow the aggregator of their administrator and manage none.
 */
public final class FindingAggregation {
    private final Transactions transactions;
    private final HubStores stores;
    private final Ids ids;
    private final List<AggregatorFollower> followers = new CopyOnWriteArrayList<>();

    public FindingAggregation(Transactions transactions, HubStores stores, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.ids = ids;
    }

    /** Adds a follower for the life of the process. */
    public void follow(AggregatorFollower follower) {
        followers.add(follower);
    }

    /** Makes the call's region the account's home region. */
    public FindingAggregator create(CallContext context, Mode mode, @Nullable List<String> regions) {
        RegionLinking linking = linking(context, mode, regions);
        return transactions.write(tx -> {
            requireManager(tx, context);
            FindingAggregator known =
                    stores.links().aggregators().find(tx, context.scope().account());
            if (known != null) {
                throw HubRefusals.limit("The account has a finding aggregator.");
            }
            var aggregator = new FindingAggregator(context.scope(), ids.uuid(), linking);
            stores.links().aggregators().save(tx, aggregator);
            return aggregator;
        });
    }

    /** The aggregator with this ARN; only in its home region. */
    public FindingAggregator get(CallContext context, String arn) {
        return transactions.read(tx -> require(tx, context, arn));
    }

    /** Links other regions than before. */
    public FindingAggregator update(CallContext context, String arn, Mode mode, @Nullable List<String> regions) {
        RegionLinking linking = linking(context, mode, regions);
        return transactions.write(tx -> {
            FindingAggregator known = require(tx, context, arn);
            var changed = new FindingAggregator(known.home(), known.id(), linking);
            stores.links().aggregators().save(tx, changed);
            followers.forEach(follower -> follower.linked(tx, changed));
            return changed;
        });
    }

    /** From here on every region shows its own findings alone. Refused while an organization is configured from there. */
    public void delete(CallContext context, String arn) {
        transactions.change(tx -> {
            require(tx, context, arn);
            Delegation delegation = stores.links().delegations().to(tx, context.scope());
            if (delegation != null && delegation.isCentral()) {
                throw HubRefusals.invalid(
                        "FindingAggregatorArn", "data.FindingAggregatorArn is needed by the central configuration");
            }
            stores.links().aggregators().delete(tx, context.scope().account());
        });
    }

    /** The account's aggregator, if any, whatever its home; the keyset is its id. */
    public Page<FindingAggregator> list(CallContext context, PageRequest page) {
        return transactions.read(tx -> {
            requireManager(tx, context);
            FindingAggregator known =
                    stores.links().aggregators().find(tx, context.scope().account());
            return new Page<>(known == null || page.after() != null ? List.of() : List.of(known), null);
        });
    }

    private FindingAggregator require(Tx tx, CallContext context, String arn) {
        requireManager(tx, context);
        FindingAggregator known =
                stores.links().aggregators().find(tx, context.scope().account());
        if (known == null
                || !known.home().equals(context.scope())
                || !known.arn().toString().equals(arn)) {
            throw HubRefusals.notFound();
        }
        return known;
    }

    private void requireManager(Tx tx, CallContext context) {
        HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
        Member following = stores.links().members().following(tx, context.scope());
        if (following != null) {
            throw HubRefusals.denied("The finding aggregator of administrator "
                    + following.administrator().account() + " applies to its members.");
        }
    }

    private static RegionLinking linking(CallContext context, Mode mode, @Nullable List<String> named) {
        List<String> regions = named == null ? List.of() : named;
        if (mode.namesRegions() == regions.isEmpty()) {
            String rule = mode.namesRegions() ? "should name regions" : "should be absent";
            throw HubRefusals.invalid("Regions", "data.Regions " + rule + " with RegionLinkingMode " + mode);
        }
        for (String region : regions) {
            if (!Region.isValid(region)) {
                throw HubRefusals.invalid("Regions", "data.Regions should hold names of regions");
            }
            if (region.equals(context.scope().region().value())) {
                throw HubRefusals.invalid("Regions", "data.Regions should NOT hold the aggregation region itself");
            }
        }
        return new RegionLinking(mode, regions.stream().map(Region::new).toList());
    }
}
