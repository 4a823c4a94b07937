// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.PolicyAssociations;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.hub.central.PolicyTarget;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says for whom configuration policies are, and how far they are carried out. Thread-safe (hub, organization).
 *
 * <p>Deviation: an organization has no units; its root is {@value PolicyTarget#ROOT_ID}.
 */
public final class PolicyAssociationAdministration {
    private static final int MAX_BATCH = 100;

    private final Transactions transactions;
    private final HubStores stores;
    private final CentralHome home;
    private final Organization organization;
    private final PolicyWork work;

    public PolicyAssociationAdministration(
            Transactions transactions, HubStores stores, Organization organization, PolicyWork work) {
        this.transactions = transactions;
        this.stores = stores;
        this.home = new CentralHome(stores);
        this.organization = organization;
        this.work = work;
    }

    /** A target as a client names it: one of the three, or it is none. */
    public record TargetName(
            @Nullable String accountId,
            @Nullable String unitId,
            @Nullable String rootId) {}

    /** Which associations are wanted; null for any. */
    public record Wanted(
            @Nullable String policyIdentifier,
            PolicyAssociation.@Nullable Type type,
            PolicyAssociation.@Nullable Status status) {}

    /** What a call knows of the targets it named. */
    public record Found(List<PolicyAssociation> associations, List<Unfound> unfound) {}

    /**
     * A target that was left out.
     *
     * @param status the HTTP status that the refusal would have as an answer of its own
     */
    public record Unfound(TargetName target, int status, String reason) {
        private static Unfound of(TargetName target, ApiException refusal) {
            return new Unfound(target, refusal.code() == HubError.RESOURCE_NOT_FOUND ? 404 : 400, refusal.text());
        }
    }

    /** Has the target configured by a policy, or by itself. */
    public PolicyAssociation start(CallContext context, String identifier, TargetName name) {
        return transactions.write(tx -> {
            AccountRegion administrator = home.require(tx, context);
            PolicyTarget target = target(tx, name);
            String policyId = policyId(tx, administrator, identifier);
            requirePossible(tx, administrator, target, policyId);
            var association = PolicyAssociation.started(target, policyId, PolicyAssociation.Type.APPLIED, now(context));
            associations().put(tx, administrator, List.of(association));
            if (target.isRoot()) {
                work.inherit(tx, administrator, association);
            }
            work.wake(tx, administrator);
            return shown(tx, administrator, association);
        });
    }

    /** From now on the target is configured as all accounts are, or by itself; what was set stays as it is. */
    public void stop(CallContext context, String identifier, TargetName name) {
        transactions.change(tx -> {
            AccountRegion administrator = home.require(tx, context);
            PolicyTarget target = target(tx, name);
            String policyId = policyId(tx, administrator, identifier);
            PolicyAssociation known = associations().find(tx, administrator, target);
            if (known == null || known.isInherited() || !Objects.equals(known.policyId(), policyId)) {
                throw HubRefusals.notFound();
            }
            if (target.isRoot()) {
                work.disinherit(tx, administrator);
            } else {
                work.leave(tx, administrator, target);
            }
            work.wake(tx, administrator);
        });
    }

    /** By what the target is configured. */
    public PolicyAssociation get(CallContext context, TargetName name) {
        return transactions.read(tx -> get(tx, home.require(tx, context), name));
    }

    /** By what these targets are configured. */
    public Found batchGet(CallContext context, List<TargetName> names) {
        if (names.isEmpty() || names.size() > MAX_BATCH) {
            throw HubRefusals.invalid(
                    "ConfigurationPolicyAssociationIdentifiers",
                    "data.ConfigurationPolicyAssociationIdentifiers should have 1 to " + MAX_BATCH + " items");
        }
        return transactions.read(tx -> {
            AccountRegion administrator = home.require(tx, context);
            var found = new ArrayList<PolicyAssociation>();
            var unfound = new ArrayList<Unfound>();
            for (TargetName name : names) {
                try {
                    found.add(get(tx, administrator, name));
                } catch (ApiException refusal) {
                    unfound.add(Unfound.of(name, refusal));
                }
            }
            return new Found(found, unfound);
        });
    }

    /** By what all targets are configured; the keyset is the target's id. */
    public Page<PolicyAssociation> list(CallContext context, Wanted wanted, PageRequest page) {
        List<PolicyAssociation> rest = transactions.read(tx -> {
            AccountRegion administrator = home.require(tx, context);
            String policy = wanted.policyIdentifier() == null
                    ? null
                    : ConfigurationPolicy.id(administrator, wanted.policyIdentifier());
            return associations().all(tx, administrator).stream()
                    .filter(association ->
                            page.after() == null || association.target().id().compareTo(page.after()) > 0)
                    .map(association -> shown(tx, administrator, association))
                    .filter(association -> policy == null || policy.equals(association.configurationId()))
                    .filter(association -> wanted.type() == null || wanted.type() == association.type())
                    .filter(association -> wanted.status() == null || wanted.status() == association.status())
                    .toList();
        });
        return Page.cut(rest, page.limit(), association -> association.target().id());
    }

    private PolicyAssociation get(Tx tx, AccountRegion administrator, TargetName name) {
        PolicyAssociation found = associations().find(tx, administrator, target(tx, name));
        if (found == null) {
            throw HubRefusals.notFound();
        }
        return shown(tx, administrator, found);
    }

    /** The association; the root's status is that of the accounts that inherit from it. */
    private PolicyAssociation shown(Tx tx, AccountRegion administrator, PolicyAssociation association) {
        if (!association.target().isRoot() || association.policyId() == null) {
            return association;
        }
        List<PolicyAssociation> children = associations().all(tx, administrator).stream()
                .filter(PolicyAssociation::isInherited)
                .toList();
        for (PolicyAssociation.Status worst :
                List.of(PolicyAssociation.Status.FAILED, PolicyAssociation.Status.PENDING)) {
            long count =
                    children.stream().filter(child -> child.status() == worst).count();
            if (count > 0) {
                String why = worst == PolicyAssociation.Status.PENDING
                        ? null
                        : count + " accounts that inherit it could not be configured.";
                return association.with(worst, why, association.updatedAt());
            }
        }
        return association.attempted(null, association.updatedAt());
    }

    private void requirePossible(Tx tx, AccountRegion administrator, PolicyTarget target, @Nullable String policyId) {
        if (policyId != null && target.equals(PolicyTarget.of(administrator.account()))) {
            ConfigurationPolicy policy = stores.links().central().policies().find(tx, administrator, policyId);
            if (policy != null && !policy.settings().isServiceEnabled()) {
                throw HubRefusals.invalid(
                        "Target", "A policy that disables Security Hub cannot be associated with the administrator.");
            }
        }
    }

    /** The id of the policy that the identifier names; null for the configuration by oneself. */
    private @Nullable String policyId(Tx tx, AccountRegion administrator, String identifier) {
        if (identifier.equals(PolicyAssociation.SELF_MANAGED)) {
            return null;
        }
        String id = ConfigurationPolicy.id(administrator, identifier);
        if (stores.links().central().policies().find(tx, administrator, id) == null) {
            throw HubRefusals.notFound();
        }
        return id;
    }

    private PolicyTarget target(Tx tx, TargetName name) {
        long named = Stream.of(name.accountId(), name.unitId(), name.rootId())
                .filter(Objects::nonNull)
                .count();
        if (named != 1) {
            throw HubRefusals.invalid("Target", "data.Target should have AccountId or RootId");
        }
        if (name.unitId() != null) {
            throw new ApiException(
                    HubError.INVALID_INPUT,
                    "Target.OrganizationalUnitId is not supported: the organization has no organizational units.");
        }
        if (name.rootId() != null) {
            if (!name.rootId().equals(PolicyTarget.ROOT_ID)) {
                throw HubRefusals.notFound();
            }
            return PolicyTarget.ROOT;
        }
        AccountId account = HubRefusals.account("AccountId", Objects.requireNonNull(name.accountId()));
        if (!organization.contains(tx, account)) {
            throw HubRefusals.notFound();
        }
        return PolicyTarget.of(account);
    }

    private PolicyAssociations associations() {
        return stores.links().central().associations();
    }

    private static Instant now(CallContext context) {
        return context.at().truncatedTo(ChronoUnit.MILLIS);
    }
}
