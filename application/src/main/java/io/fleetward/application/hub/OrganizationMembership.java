// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.aggregation.Member;
import io.fleetward.hub.aggregation.MemberStatus;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes accounts of an organization members of its administrator without asking them. Thread-safe (hub, members). */
public final class OrganizationMembership {
    private final HubStores stores;
    private final HubAdministration hubs;

    public OrganizationMembership(HubStores stores, HubAdministration hubs) {
        this.stores = stores;
        this.hubs = hubs;
    }

    /** Why the account cannot become a member there; null when it can, or is one. */
    public @Nullable String refusal(Tx tx, AccountRegion administrator, AccountRegion account) {
        Member following = members().following(tx, account);
        if (following != null) {
            return following.administrator().equals(administrator)
                    ? null
                    : "The account is the member of an administrator.";
        }
        if (members().count(tx, account, MemberStatus.ENABLED) > 0) {
            return "The account has members of its own.";
        }
        boolean isListed = members().find(tx, administrator, account.account()) != null;
        return isListed || members().count(tx, administrator, null) < MemberAdministration.MOST_MEMBERS
                ? null
                : "The administrator has as many members as there may be.";
    }

    /** Why the account's hub cannot be turned off for it; null when it can. */
    public @Nullable String refusalToLeave(Tx tx, AccountRegion administrator, AccountRegion account) {
        Member following = members().following(tx, account);
        if (following != null && !following.administrator().equals(administrator)) {
            return "The account is the member of an administrator.";
        }
        return members().count(tx, account, MemberStatus.ENABLED) > 0 ? "The account has members of its own." : null;
    }

    /** Makes the account a member, unless it is one, and turns its hub on. */
    public void join(Tx tx, AccountRegion administrator, AccountRegion account, Instant now) {
        Member known = members().find(tx, administrator, account.account());
        if (known == null || !known.isEnabled()) {
            String email = known == null ? null : known.email();
            members().save(tx, Member.ofOrganization(administrator, account.account(), email, now));
        }
        hubs.ensureOn(tx, account, now, false);
    }

    /** Lets the account go, if it is a member. */
    public void leave(Tx tx, AccountRegion administrator, AccountRegion account, Instant now) {
        Member known = members().find(tx, administrator, account.account());
        if (known != null && known.isEnabled()) {
            members().save(tx, known.removed(now));
        }
    }

    private HubMembers members() {
        return stores.links().members();
    }
}
