// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.AccountListener;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Delegation;
import io.fleetward.hub.aggregation.FindingAggregator;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import org.jspecify.annotations.Nullable;

/**
 * The administrator of an organization's hubs in one region: named by the management account, and what it decides for
 * accounts to come. Thread-safe (hub, organization).
 */
public final class HubOrganization implements AccountListener {
    private final Transactions transactions;
    private final HubStores stores;
    private final HubAdministration hubs;
    private final Organization organization;

    public HubOrganization(
            Transactions transactions, HubStores stores, HubAdministration hubs, Organization organization) {
        this.transactions = transactions;
        this.stores = stores;
        this.hubs = hubs;
        this.organization = organization;
    }

    /**
     * What the administrator decided, and whether it can take in more accounts.
     *
     * @param isCentral whether accounts are configured by policies in this region
     */
    public record Configuration(Delegation delegation, boolean isCentral, boolean isFull) {}

    /** Names the administrator and turns its hub on; naming the same again changes nothing. */
    public void enableAdministrator(CallContext context, String accountId) {
        AccountId account = HubRefusals.account("AdminAccountId", accountId);
        transactions.change(tx -> {
            requireManagement(tx, context);
            Delegation known = delegations().by(tx, context.scope());
            if (known == null) {
                delegate(tx, context, account);
            } else if (!known.account().equals(account)) {
                throw invalid("The organization has an administrator in this Region: " + known.account());
            }
        });
    }

    private void delegate(Tx tx, CallContext context, AccountId account) {
        if (!organization.contains(tx, account)) {
            throw invalid("The account does not belong to the organization: " + account);
        }
        Delegation delegation = Delegation.fresh(context.scope(), account);
        Member following = stores.links().members().following(tx, delegation.administrator());
        if (following != null) {
            throw invalid("The account is a member of administrator "
                    + following.administrator().account());
        }
        hubs.ensureOn(tx, delegation.administrator(), context.at(), true);
        delegations().save(tx, delegation);
    }

    /** Ends the administrator's part: the organization's accounts are members no longer; all hubs stay on. */
    public void disableAdministrator(CallContext context, String accountId) {
        AccountId account = HubRefusals.account("AdminAccountId", accountId);
        transactions.change(tx -> {
            requireManagement(tx, context);
            Delegation known = delegations().by(tx, context.scope());
            if (known == null || !known.account().equals(account)) {
                throw invalid("The account is not the organization's administrator in this Region: " + account);
            }
            stores.links().members().deleteOfOrganization(tx, known.administrator());
            stores.links().central().removeAll(tx, known.administrator());
            delegations().delete(tx, context.scope());
        });
    }

    /** The administrator of the call's region, or null; only the management account and the administrator may ask. */
    public @Nullable AccountId administrator(CallContext context) {
        return transactions.read(tx -> {
            Delegation own = delegations().to(tx, context.scope());
            if (own == null) {
                requireManagement(tx, context);
                own = delegations().by(tx, context.scope());
            }
            return own == null ? null : own.account();
        });
    }

    /** What the calling administrator decided for its organization. */
    public Configuration configuration(CallContext context) {
        return transactions.read(tx -> {
            Delegation delegation = requireAdministrator(tx, context);
            int members = stores.links().members().count(tx, context.scope(), null);
            boolean isCentral = home(tx, delegation) != null;
            return new Configuration(delegation, isCentral, members >= MemberAdministration.MOST_MEMBERS);
        });
    }

    /**
     * Decides what becomes of accounts to come.
     *
     * @param autoEnableStandards null to leave it as it is
     * @param isCentral whether accounts are to be configured by policies; null to leave it as it is
     */
    public void configure(
            CallContext context,
            boolean autoEnable,
            @Nullable Boolean autoEnableStandards,
            @Nullable Boolean isCentral) {
        transactions.change(tx -> {
            Delegation known = requireAdministrator(tx, context);
            Delegation home = home(tx, known);
            if (home != null && !home.equals(known)) {
                throw invalid("Central configuration is decided upon in its home Region, "
                        + home.administrator().region());
            }
            if (isCentral == null ? home != null : isCentral) {
                if (autoEnable || Boolean.TRUE.equals(autoEnableStandards)) {
                    throw invalid("Auto Enable and AutoEnableStandards can not be enabled for Central Configuration");
                }
                centralize(tx, known);
            } else {
                if (home != null && !stores.links().central().isEmpty(tx, known.administrator())) {
                    throw new ApiException(
                            HubError.RESOURCE_CONFLICT,
                            "All targets must be disassociated and all configuration policies deleted first.");
                }
                boolean standards = autoEnableStandards == null ? known.autoEnableStandards() : autoEnableStandards;
                delegations()
                        .save(tx, new Delegation(known.management(), known.account(), autoEnable, standards, false));
            }
        });
    }

    /** From now on policies configure accounts here and in linked regions, where the administrator is the same. */
    private void centralize(Tx tx, Delegation known) {
        FindingAggregator aggregator = stores.links().aggregators().find(tx, known.account());
        if (aggregator == null || !aggregator.home().equals(known.administrator())) {
            throw invalid("Central configuration needs a finding aggregator whose home Region this is");
        }
        for (Region region : stores.hubs().regions(tx, known.account())) {
            if (aggregator.links(region)) {
                var management = new AccountRegion(known.management().account(), region);
                Delegation there = delegations().by(tx, management);
                if (there != null && !there.account().equals(known.account())) {
                    throw invalid("The organization has another administrator in linked Region " + region);
                }
                delegations()
                        .save(tx, Delegation.fresh(management, known.account()).central(false));
            }
        }
        delegations().save(tx, known.central(true));
    }

    /** The delegation from which accounts in the region of this one are configured; null where it is not central. */
    private @Nullable Delegation home(Tx tx, Delegation delegation) {
        if (delegation.isCentral()) {
            return delegation;
        }
        FindingAggregator aggregator = stores.links().aggregators().find(tx, delegation.account());
        if (aggregator == null || !aggregator.links(delegation.management().region())) {
            return null;
        }
        Delegation home = delegations().to(tx, aggregator.home());
        return home != null && home.isCentral() ? home : null;
    }

    /** Makes the account a member wherever the administrator wants new ones, as far as there is room. */
    @Override
    public void onCreated(Tx tx, Account account) {
        AccountId management = organization.management(tx);
        if (management == null) {
            return;
        }
        for (Delegation delegation : delegations().all(tx, management)) {
            AccountRegion administrator = delegation.administrator();
            HubMembers members = stores.links().members();
            boolean hasRoom = members.count(tx, administrator, null) < MemberAdministration.MOST_MEMBERS;
            if (delegation.autoEnable() && hasRoom && !account.id().equals(delegation.account())) {
                Member member = Member.ofOrganization(administrator, account.id(), null, account.createdAt());
                hubs.ensureOn(tx, member.scope(), account.createdAt(), delegation.autoEnableStandards());
                members.save(tx, member);
            }
        }
    }

    private void requireManagement(Tx tx, CallContext context) {
        if (!context.scope().account().equals(organization.management(tx))) {
            throw HubRefusals.denied("Only the management account of the organization may do this.");
        }
    }

    private Delegation requireAdministrator(Tx tx, CallContext context) {
        HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
        Delegation delegation = delegations().to(tx, context.scope());
        if (delegation == null) {
            throw HubRefusals.denied("The account is not the organization's administrator in this Region.");
        }
        return delegation;
    }

    private HubDelegations delegations() {
        return stores.links().delegations();
    }

    private static ApiException invalid(String reason) {
        return new ApiException(HubError.INVALID_INPUT, reason);
    }
}
