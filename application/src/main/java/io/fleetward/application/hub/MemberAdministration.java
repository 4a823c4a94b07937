// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.Member.Invitation;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The administrator's side of membership: its list of accounts, in one region. Thread-safe (hub, members).
 *
 * <p>A call that names several accounts does what it can and answers which it left alone.
 */
public final class MemberAdministration {
    private static final int MOST_PER_CALL = 50;
    static final int MOST_MEMBERS = 11_000;
    private static final int MOST_INVITATIONS = 1_000;
    private static final String NOT_A_MEMBER = "The account is not on the list of members.";

    private final Transactions transactions;
    private final HubStores stores;
    private final HubAdministration hubs;
    private final OrganizationMembership membership;
    private final Organization organization;
    private final Ids ids;

    public MemberAdministration(
            Transactions transactions, HubStores stores, HubAdministration hubs, Organization organization, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.hubs = hubs;
        this.membership = new OrganizationMembership(stores, hubs);
        this.organization = organization;
        this.ids = ids;
    }

    /** An account to enter into the list. */
    public record AccountDetails(String accountId, @Nullable String email) {}

    /** What a call knows of the accounts it named. */
    public record Found(List<Member> members, List<UnprocessedAccount> unprocessed) {}

    /** Enters accounts into the list; those of the administrator's organization are members at once. */
    public List<UnprocessedAccount> create(CallContext context, List<AccountDetails> details) {
        if (details.isEmpty() || details.size() > MOST_PER_CALL) {
            String rule = "data.AccountDetails should have 1 to " + MOST_PER_CALL + " items";
            throw HubRefusals.invalid("AccountDetails", rule);
        }
        Map<AccountId, AccountDetails> accounts = new LinkedHashMap<>();
        details.forEach(it -> accounts.put(HubRefusals.account("AccountDetails", it.accountId()), it));
        return change(context, accounts.keySet(), (tx, account) -> {
            if (account.equals(context.scope().account())) {
                return "An account cannot be a member of itself.";
            }
            Member known = members().find(tx, context.scope(), account);
            if (known == null && members().count(tx, context.scope(), null) >= MOST_MEMBERS) {
                throw HubRefusals.limit("An administrator has at most " + MOST_MEMBERS + " members.");
            }
            String email = Objects.requireNonNull(accounts.get(account)).email();
            if (isOfOrganization(tx, context, account)) {
                return join(tx, Member.ofOrganization(context.scope(), account, email, context.at()));
            }
            if (known != null) {
                return "The account is on the list of members.";
            }
            members().save(tx, Member.created(context.scope(), account, email, context.at()));
            return null;
        });
    }

    private boolean isOfOrganization(Tx tx, CallContext context, AccountId account) {
        return stores.links().delegations().to(tx, context.scope()) != null && organization.contains(tx, account);
    }

    /** Makes an account of the organization a member without asking it, and turns its hub on. */
    private @Nullable String join(Tx tx, Member member) {
        if (members().following(tx, member.scope()) != null) {
            return "The account is the member of an administrator.";
        }
        String refusal = membership.refusal(tx, member.administrator(), member.scope());
        if (refusal != null) {
            return refusal;
        }
        hubs.ensureOn(tx, member.scope(), member.updatedAt(), true);
        members().save(tx, member);
        return null;
    }

    /** Invites accounts of the list. */
    public List<UnprocessedAccount> invite(CallContext context, List<String> accountIds) {
        return change(context, HubRefusals.accounts(accountIds), (tx, account) -> {
            Member member = members().find(tx, context.scope(), account);
            if (member == null) {
                return NOT_A_MEMBER;
            }
            Member invited = member.invited(new Invitation(ids.hex32(), context.at()), context.at());
            if (invited == null) {
                return "The account is " + member.status().wireName() + " and cannot be invited.";
            }
            if (member.status() != MemberStatus.INVITED
                    && members().count(tx, context.scope(), MemberStatus.INVITED) >= MOST_INVITATIONS) {
                throw HubRefusals.limit("At most " + MOST_INVITATIONS + " invitations can be outstanding.");
            }
            members().save(tx, invited);
            return null;
        });
    }

    /** Lets members go: from here on the administrator sees nothing of theirs. */
    public void disassociate(CallContext context, List<String> accountIds) {
        List<UnprocessedAccount> unknown = change(context, HubRefusals.accounts(accountIds), (tx, account) -> {
            Member member = members().find(tx, context.scope(), account);
            if (member == null) {
                throw HubRefusals.notFound();
            }
            members().save(tx, member.removed(context.at()));
            return null;
        });
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("neither let go nor refused: " + unknown);
        }
    }

    /** Takes accounts from the list. */
    public List<UnprocessedAccount> delete(CallContext context, List<String> accountIds) {
        return change(context, HubRefusals.accounts(accountIds), (tx, account) -> {
            Member member = members().find(tx, context.scope(), account);
            if (member == null) {
                return NOT_A_MEMBER;
            }
            if (!member.isDeletable()) {
                return member.isOfOrganization()
                        ? "The account belongs to the organization."
                        : "The account must be disassociated first.";
            }
            members().delete(tx, context.scope(), account);
            return null;
        });
    }

    /** The accounts of the list that these numbers name. */
    public Found get(CallContext context, List<String> accountIds) {
        Set<AccountId> accounts = HubRefusals.accounts(accountIds);
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            var found = new ArrayList<Member>();
            var unprocessed = new ArrayList<UnprocessedAccount>();
            for (AccountId account : accounts) {
                Member member = members().find(tx, context.scope(), account);
                if (member == null) {
                    unprocessed.add(new UnprocessedAccount(account, NOT_A_MEMBER));
                } else {
                    found.add(member);
                }
            }
            return new Found(found, unprocessed);
        });
    }

    /**
     * The list by account number, which is the keyset.
     *
     * @param onlyAssociated whether only those whose findings the administrator sees are wanted
     */
    public Page<Member> list(CallContext context, boolean onlyAssociated, PageRequest page) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return members().list(tx, context.scope(), onlyAssociated ? MemberStatus.ENABLED : null, page);
        });
    }

    /** What is done to one account; answers why it is left as it was, or null. */
    private interface Step {
        @Nullable
        String apply(Tx tx, AccountId account);
    }

    private List<UnprocessedAccount> change(CallContext context, Set<AccountId> accounts, Step step) {
        return transactions.write(tx -> {
            requireIndependent(tx, context);
            var unprocessed = new ArrayList<UnprocessedAccount>();
            for (AccountId account : accounts) {
                String reason = step.apply(tx, account);
                if (reason != null) {
                    unprocessed.add(new UnprocessedAccount(account, reason));
                }
            }
            return unprocessed;
        });
    }

    /** Whoever follows an administrator is none. */
    private void requireIndependent(Tx tx, CallContext context) {
        HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
        Member following = members().following(tx, context.scope());
        if (following != null) {
            throw HubRefusals.denied("The account is a member of administrator "
                    + following.administrator().account() + " and has no members of its own.");
        }
    }

    private HubMembers members() {
        return stores.links().members();
    }
}
