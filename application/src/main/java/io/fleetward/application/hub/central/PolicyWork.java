// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.hub.AggregatorFollower;
import io.fleetward.application.hub.CentralManagement;
import io.fleetward.application.hub.Hub;
import io.fleetward.application.hub.HubAdministration;
import io.fleetward.application.hub.HubFollower;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.OrganizationMembership;
import io.fleetward.application.hub.PolicyAssociations;
import io.fleetward.application.hub.standard.StandardPolicies;
import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.AccountListener;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.central.ConfigurationPolicy;
import io.fleetward.hub.central.PolicyAssociation;
import io.fleetward.hub.central.PolicyAssociation.Status;
import io.fleetward.hub.central.PolicyTarget;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries configuration policies out, one account in a transaction, in its home region and all linked ones.
 *
 * <p>Thread-safe. The associations that are pending are the queue: what was begun when the process ended is done
 * afterwards. Everything that changes what is to be done (a policy, a new account, another linked region) makes
 * associations pending again, in its own transaction. What failed is tried again from time to time: what stood in its way
 * may be gone, of which nobody is told.
 */
public final class PolicyWork implements AccountListener, AggregatorFollower, HubFollower {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final HubStores stores;
    private final Surroundings surroundings;
    private final CentralManagement management;
    private final TenantWork work;
    private final AssociationRetries retries;
    private final Background background;

    /** What a policy acts on. */
    public record Surroundings(
            HubAdministration hubs,
            OrganizationMembership membership,
            StandardPolicies standards,
            Organization organization) {}

    public PolicyWork(Transactions transactions, HubStores stores, Surroundings surroundings, Background background) {
        this.transactions = transactions;
        this.stores = stores;
        this.surroundings = surroundings;
        this.management = new CentralManagement(stores.links(), stores.hubs());
        this.background = background;
        this.work = new TenantWork("central-configuration-interrupted", background, new Queue());
        this.retries = new AssociationRetries(background, work::wake);
    }

    /** Takes up what was in progress when the process ended, and tries again what had failed. */
    public void start() {
        administratorsWith(Status.PENDING).forEach(work::wake);
        administratorsWith(Status.FAILED).forEach(retries::tryNow);
    }

    private List<AccountRegion> administratorsWith(Status status) {
        return transactions.read(tx -> associations().administratorsWith(tx, status));
    }

    /** Has what is pending done, after this transaction. */
    void wake(Tx tx, AccountRegion administrator) {
        tx.afterCommit(() -> work.wake(administrator));
    }

    /** Has these associations carried out again. */
    void repeat(Tx tx, AccountRegion administrator, Predicate<PolicyAssociation> which) {
        List<PolicyAssociation> again = associations().all(tx, administrator).stream()
                .filter(which)
                .map(association -> association.repeated(now()))
                .toList();
        if (!again.isEmpty()) {
            associations().put(tx, administrator, again);
            wake(tx, administrator);
        }
    }

    /** Gives every account without a configuration of its own that of the root. */
    void inherit(Tx tx, AccountRegion administrator, PolicyAssociation root) {
        var heirs = accounts(tx, administrator).stream()
                .map(PolicyTarget::of)
                .filter(target -> {
                    PolicyAssociation known = associations().find(tx, administrator, target);
                    return known == null || known.isInherited();
                })
                .map(target -> heir(root, target))
                .toList();
        associations().put(tx, administrator, heirs);
    }

    /** Takes the root's configuration away. */
    void disinherit(Tx tx, AccountRegion administrator) {
        List<PolicyTarget> heirs = associations().all(tx, administrator).stream()
                .filter(association ->
                        association.isInherited() || association.target().isRoot())
                .map(PolicyAssociation::target)
                .toList();
        associations().remove(tx, administrator, heirs);
    }

    /** Gives the account the root's configuration instead of its own, if there is any. */
    void leave(Tx tx, AccountRegion administrator, PolicyTarget target) {
        PolicyAssociation root = associations().find(tx, administrator, PolicyTarget.ROOT);
        if (root == null) {
            associations().remove(tx, administrator, List.of(target));
        } else {
            associations().put(tx, administrator, List.of(heir(root, target)));
        }
    }

    /** An account that is new inherits. */
    @Override
    public void onCreated(Tx tx, Account account) {
        AccountId manager = surroundings.organization().management(tx);
        if (manager == null) {
            return;
        }
        for (Delegation delegation : stores.links().delegations().all(tx, manager)) {
            AccountRegion administrator = delegation.administrator();
            PolicyAssociation root =
                    delegation.isCentral() ? associations().find(tx, administrator, PolicyTarget.ROOT) : null;
            if (root != null) {
                associations().put(tx, administrator, List.of(heir(root, PolicyTarget.of(account.id()))));
                wake(tx, administrator);
            }
        }
    }

    /** Other regions are linked: policies hold there as well. */
    @Override
    public void linked(Tx tx, FindingAggregator aggregator) {
        repeat(tx, aggregator.home(), association -> association.policyId() != null);
    }

    /** The administrator's hub is on in another region, which may be linked. */
    @Override
    public void enabled(Tx tx, Hub hub, boolean withDefaultStandards) {
        FindingAggregator aggregator =
                stores.links().aggregators().find(tx, hub.scope().account());
        if (aggregator != null && aggregator.links(hub.scope().region())) {
            linked(tx, aggregator);
        }
    }

    @Override
    public void configured(Tx tx, Hub before, Hub after) {}

    @Override
    public void disabled(Tx tx, AccountRegion scope) {}

    private PolicyAssociation heir(PolicyAssociation root, PolicyTarget target) {
        return PolicyAssociation.started(target, root.policyId(), PolicyAssociation.Type.INHERITED, now());
    }

    /** The accounts of the organization that are known of. */
    private SequencedSet<AccountId> accounts(Tx tx, AccountRegion administrator) {
        var accounts = new LinkedHashSet<>(surroundings.organization().accounts(tx));
        stores.links().members().enabled(tx, administrator).stream()
                .filter(member -> surroundings.organization().contains(tx, member))
                .forEach(accounts::add);
        accounts.add(administrator.account());
        return accounts;
    }

    /** Configures the account; answers why it cannot be, or null. */
    private @Nullable String apply(Tx tx, AccountRegion administrator, AccountId account, ConfigurationPolicy policy) {
        List<Region> regions = management.regions(tx, administrator);
        for (Region region : regions) {
            String refusal = refusal(tx, new AccountRegion(administrator.account(), region), account, policy);
            if (refusal != null) {
                return region + ": " + refusal;
            }
        }
        for (Region region : regions) {
            apply(tx, new AccountRegion(administrator.account(), region), new AccountRegion(account, region), policy);
        }
        return null;
    }

    private @Nullable String refusal(
            Tx tx, AccountRegion administrator, AccountId account, ConfigurationPolicy policy) {
        var scope = new AccountRegion(account, administrator.region());
        if (scope.equals(administrator)) {
            return null;
        }
        return policy.settings().isServiceEnabled()
                ? surroundings.membership().refusal(tx, administrator, scope)
                : surroundings.membership().refusalToLeave(tx, administrator, scope);
    }

    private void apply(Tx tx, AccountRegion administrator, AccountRegion scope, ConfigurationPolicy policy) {
        Instant now = now();
        if (!policy.settings().isServiceEnabled()) {
            surroundings.membership().leave(tx, administrator, scope, now);
            surroundings.hubs().ensureOff(tx, scope, now);
            return;
        }
        if (scope.equals(administrator)) {
            surroundings.hubs().ensureOn(tx, scope, now, false);
        } else {
            surroundings.membership().join(tx, administrator, scope, now);
        }
        surroundings.standards().hold(tx, scope, StandardPolicies.Wanted.of(policy.name(), policy.settings()), now);
    }

    private final class Queue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion administrator) {
            return retries.isDue(administrator) || !next(administrator).isEmpty();
        }

        @Override
        public void workOff(AccountRegion administrator) {
            boolean isNew = false;
            for (List<PolicyAssociation> next = next(administrator); !next.isEmpty(); next = next(administrator)) {
                carryOut(administrator, next);
                isNew = true;
            }
            boolean isRetry = retries.takeDue(administrator);
            if (isRetry) {
                carryOut(administrator, failed(administrator));
            }
            if (failed(administrator).isEmpty()) {
                retries.settled(administrator);
            } else if (isNew) {
                retries.failed(administrator);
            } else if (isRetry) {
                retries.failedAgain(administrator);
            }
        }
    }

    private void carryOut(AccountRegion administrator, List<PolicyAssociation> associations) {
        associations.forEach(association -> transactions.change(tx -> carryOut(tx, administrator, association)));
    }

    private List<PolicyAssociation> failed(AccountRegion administrator) {
        return transactions.read(tx -> associations().all(tx, administrator).stream()
                .filter(association -> association.status() == Status.FAILED)
                .toList());
    }

    private List<PolicyAssociation> next(AccountRegion administrator) {
        return transactions.read(tx -> associations().pending(tx, administrator, BATCH));
    }

    private void carryOut(Tx tx, AccountRegion administrator, PolicyAssociation wanted) {
        PolicyAssociation current = associations().find(tx, administrator, wanted.target());
        if (current == null || current.status() != wanted.status() || current.policyId() == null) {
            return;
        }
        ConfigurationPolicy policy = stores.links().central().policies().find(tx, administrator, current.policyId());
        if (policy == null) {
            throw new IllegalStateException("no policy " + current.policyId() + " of " + administrator);
        }
        AccountId account = current.target().account();
        if (account.equals(administrator.account()) && !policy.settings().isServiceEnabled()) {
            // Whoever administers keeps its hub on; such a policy passes it by.
            associations().remove(tx, administrator, List.of(current.target()));
            return;
        }
        String failure = apply(tx, administrator, account, policy);
        if (current.isPending() || !Objects.equals(failure, current.message())) {
            associations().put(tx, administrator, List.of(current.attempted(failure, now())));
        }
    }

    private PolicyAssociations associations() {
        return stores.links().central().associations();
    }

    private Instant now() {
        return background.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
