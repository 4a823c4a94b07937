// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The member's side of membership: invitations, and the administrator it follows, in one region. Thread-safe (hub,
 * members).
 */
public final class Invitations {
    private final Transactions transactions;
    private final HubStores stores;

    public Invitations(Transactions transactions, HubStores stores) {
        this.transactions = transactions;
        this.stores = stores;
    }

    /** The invitations that are not answered, by the administrator's account number, which is the keyset. */
    public Page<Member> list(CallContext context, PageRequest page) {
        return transactions.read(tx -> members().invitations(tx, context.scope(), page));
    }

    /** How many invitations are not answered. */
    public int count(CallContext context) {
        return transactions.read(tx -> members().countInvitations(tx, context.scope()));
    }

    /** Follows the administrator: from here on it sees and works the account's findings. */
    public void accept(
            CallContext context, String administratorParameter, String administratorId, String invitationId) {
        AccountId administrator = HubRefusals.account(administratorParameter, administratorId);
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            Member invited = members()
                    .find(tx, at(context, administrator), context.scope().account());
            Member accepted = invited == null ? null : invited.accepted(invitationId, context.at());
            if (accepted == null) {
                throw HubRefusals.notFound();
            }
            if (members().following(tx, context.scope()) != null) {
                throw invalid("The account is the member of an administrator.");
            }
            if (members().count(tx, context.scope(), MemberStatus.ENABLED) > 0) {
                throw invalid("The account has members of its own.");
            }
            if (stores.links().delegations().to(tx, context.scope()) != null) {
                throw invalid("The account is the administrator of its organization.");
            }
            members().save(tx, accepted);
        });
    }

    /** Turns invitations of these administrators down; answers for which there are none. */
    public List<UnprocessedAccount> decline(CallContext context, List<String> administratorIds) {
        Set<AccountId> administrators = HubRefusals.accounts(administratorIds);
        return transactions.write(tx -> {
            var unprocessed = new ArrayList<UnprocessedAccount>();
            for (AccountId administrator : administrators) {
                Member invited = members()
                        .find(tx, at(context, administrator), context.scope().account());
                Member declined = invited == null ? null : invited.declined(context.at());
                if (declined == null) {
                    unprocessed.add(new UnprocessedAccount(administrator, "There is no invitation by this account."));
                } else {
                    members().save(tx, declined);
                }
            }
            return unprocessed;
        });
    }

    /** What the account is to the administrator it follows; null when it follows none. */
    public @Nullable Member administrator(CallContext context) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return members().following(tx, context.scope());
        });
    }

    /** Leaves the administrator: from here on it sees nothing of the account's. */
    public void leave(CallContext context) {
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            Member following = members().following(tx, context.scope());
            if (following == null) {
                throw HubRefusals.notFound();
            }
            Member resigned = following.resigned(context.at());
            if (resigned == null) {
                throw new ApiException(
                        HubError.INVALID_ACCESS,
                        "The account belongs to an organization; only its administrator can disassociate it.");
            }
            members().save(tx, resigned);
        });
    }

    private HubMembers members() {
        return stores.links().members();
    }

    private static AccountRegion at(CallContext context, AccountId administrator) {
        return new AccountRegion(administrator, context.scope().region());
    }

    private static ApiException invalid(String reason) {
        return new ApiException(HubError.INVALID_INPUT, reason);
    }
}
