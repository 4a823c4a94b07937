// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the lists of the administrators' members, region by region; an account follows at most one administrator. */
public interface HubMembers {
    /** Adds the account to its administrator's list or replaces it there. */
    void save(Tx tx, Member member);

    /** Takes the account from the list. */
    void delete(Tx tx, AccountRegion administrator, AccountId account);

    /** Gives the whole list up. */
    void deleteAll(Tx tx, AccountRegion administrator);

    /** Takes the accounts of the organization from the list. */
    void deleteOfOrganization(Tx tx, AccountRegion administrator);

    @Nullable
    Member find(Tx tx, AccountRegion administrator, AccountId account);

    /**
     * The list in the order of account numbers, which are the keyset.
     *
     * @param status which accounts of the list; null for all
     */
    Page<Member> list(Tx tx, AccountRegion administrator, @Nullable MemberStatus status, PageRequest page);

    /** How many accounts of the list have this status; null for all. */
    int count(Tx tx, AccountRegion administrator, @Nullable MemberStatus status);

    /** The accounts whose findings the administrator sees, in order. */
    List<AccountId> enabled(Tx tx, AccountRegion administrator);

    /** What the account is to the administrator that sees its findings; null when none does. */
    @Nullable
    Member following(Tx tx, AccountRegion account);

    /** What the account is to those that invited it, in the order of their account numbers, which are the keyset. */
    Page<Member> invitations(Tx tx, AccountRegion account, PageRequest page);

    /** How many administrators have invited the account and not been answered. */
    int countInvitations(Tx tx, AccountRegion account);
}
