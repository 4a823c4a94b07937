// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.Hub.ControlFindingGenerator;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Enables, describes, configures and disables the hub of an account and region. Thread-safe (hub, section hub). */
public final class HubAdministration {
    private static final String PLATFORM_PRODUCTS = "aws/";
    private static final String OWN_CHECKS = "aws/securityhub";

    private final Transactions transactions;
    private final HubStores stores;
    private final TaggedResources tagged;
    private final CentralManagement management;
    private final List<HubFollower> followers = new CopyOnWriteArrayList<>();

    public HubAdministration(Transactions transactions, HubStores stores) {
        this.transactions = transactions;
        this.stores = stores;
        this.tagged = new TaggedResources(stores);
        this.management = new CentralManagement(stores.links(), stores.hubs());
    }

    /** Adds a follower for the life of the process. */
    public void follow(HubFollower follower) {
        followers.add(follower);
    }

    /**
     * Enables the hub with its default standards; what was kept since it was last disabled comes back.
     *
     * @param generator how control findings are made; null for the default
     */
    public void enable(CallContext context, Map<String, String> tags, @Nullable ControlFindingGenerator generator) {
        enable(context, tags, generator, true);
    }

    /**
     * Enables the hub; what was kept since it was last disabled comes back.
     *
     * @param generator how control findings are made; null for the default
     */
    public void enable(
            CallContext context,
            Map<String, String> tags,
            @Nullable ControlFindingGenerator generator,
            boolean withDefaultStandards) {
        AccountRegion scope = context.scope();
        HubTags.check(tags);
        transactions.change(tx -> {
            Hub kept = stores.hubs().find(tx, scope);
            if (kept != null && kept.isEnabled()) {
                throw new ApiException(HubError.RESOURCE_CONFLICT, "Account is already subscribed to Security Hub");
            }
            management.requireSelfManaged(tx, scope);
            ControlFindingGenerator chosen = generator == null ? ControlFindingGenerator.SECURITY_CONTROL : generator;
            switchOn(tx, new Hub(scope, context.at(), null, true, chosen, tags), withDefaultStandards);
        });
    }

    /** Enables the hub unless it is, for an account that did not ask for it. */
    public void ensureOn(Tx tx, AccountRegion scope, Instant now, boolean withDefaultStandards) {
        Hub kept = stores.hubs().find(tx, scope);
        if (kept == null || !kept.isEnabled()) {
            var hub = new Hub(scope, now, null, true, ControlFindingGenerator.SECURITY_CONTROL, Map.of());
            switchOn(tx, hub, withDefaultStandards);
        }
    }

    private void switchOn(Tx tx, Hub hub, boolean withDefaultStandards) {
        stores.hubs().save(tx, hub);
        stores.products().add(tx, hub.scope(), OWN_CHECKS);
        followers.forEach(follower -> follower.enabled(tx, hub, withDefaultStandards));
    }

    /** The enabled hub. */
    public Hub describe(CallContext context, @Nullable String hubArn) {
        return transactions.read(tx -> {
            Hub hub = HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            if (hubArn != null && !hubArn.equals(Hub.arn(hub.scope()).toString())) {
                throw HubRefusals.notFound();
            }
            return hub;
        });
    }

    /** Changes the settings that are given. */
    public void configure(
            CallContext context, @Nullable Boolean autoEnableControls, @Nullable ControlFindingGenerator generator) {
        transactions.change(tx -> {
            Hub hub = HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            management.requireSelfManaged(tx, context.scope());
            boolean auto = autoEnableControls == null ? hub.autoEnableControls() : autoEnableControls;
            ControlFindingGenerator chosen = generator == null ? hub.controlFindingGenerator() : generator;
            var configured = new Hub(hub.scope(), hub.subscribedAt(), null, auto, chosen, hub.tags());
            stores.hubs().save(tx, configured);
            followers.forEach(follower -> follower.configured(tx, hub, configured));
        });
    }

    /**
     * Disables the hub: platform products stop at once, the list of members is given up, everything else is kept for
     * as long as findings are. Refused while other accounts rely on it: of members and their administrators.
     */
    public void disable(CallContext context) {
        transactions.change(tx -> {
            Hub hub = HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            management.requireSelfManaged(tx, context.scope());
            refuseWhileJoined(tx, hub.scope());
            switchOff(tx, hub, context.at());
        });
    }

    /** Disables the hub, if it is enabled, of an account that did not ask for it and that nobody relies on. */
    public void ensureOff(Tx tx, AccountRegion scope, Instant now) {
        Hub hub = stores.hubs().find(tx, scope);
        if (hub != null && hub.isEnabled()) {
            switchOff(tx, hub, now);
        }
    }

    private void switchOff(Tx tx, Hub hub, Instant now) {
        stores.links().members().deleteAll(tx, hub.scope());
        stores.hubs().save(tx, disabled(hub, now));
        stores.products().removeAll(tx, hub.scope(), PLATFORM_PRODUCTS);
        followers.forEach(follower -> follower.disabled(tx, hub.scope()));
    }

    private void refuseWhileJoined(Tx tx, AccountRegion scope) {
        HubLinks links = stores.links();
        if (links.delegations().to(tx, scope) != null) {
            throw refusedToDisable("it is the administrator of the organization");
        }
        if (links.members().count(tx, scope, MemberStatus.ENABLED) > 0) {
            throw refusedToDisable("it has members");
        }
        if (links.members().following(tx, scope) != null) {
            throw refusedToDisable("it is the member of an administrator");
        }
    }

    private static ApiException refusedToDisable(String reason) {
        return new ApiException(
                HubError.INVALID_INPUT, "Security Hub cannot be disabled for the account because " + reason + ".");
    }

    /** The tags of the hub, of an automation rule or of a configuration policy. */
    public Map<String, String> tags(CallContext context, String arn) {
        return transactions.read(tx -> tagged.tags(tx, context.scope(), arn));
    }

    /** Adds tags to what {@link #tags} tells of, replacing those with the same keys. */
    public void tag(CallContext context, String arn, Map<String, String> tags) {
        transactions.change(tx -> {
            Map<String, String> present = tagged.tags(tx, context.scope(), arn);
            tagged.replace(tx, context.scope(), arn, HubTags.merged(present, tags));
        });
    }

    /** Removes the tags with these keys from what {@link #tags} tells of. */
    public void untag(CallContext context, String arn, Iterable<String> keys) {
        transactions.change(tx -> {
            Map<String, String> present = tagged.tags(tx, context.scope(), arn);
            tagged.replace(tx, context.scope(), arn, HubTags.without(present, keys));
        });
    }

    private static Hub disabled(Hub hub, Instant now) {
        return new Hub(
                hub.scope(),
                hub.subscribedAt(),
                now,
                hub.autoEnableControls(),
                hub.controlFindingGenerator(),
                Map.of());
    }
}
