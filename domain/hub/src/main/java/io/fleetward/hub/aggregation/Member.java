// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account on the list of an administrator, in one region.
 *
 * <p>Immutable; the methods that change it answer null where its status does not permit the change (hub, members).
 *
 * @param email what the administrator knows it by; may be null
 * @param isOfOrganization whether it belongs to the administrator because their organization says so
 * @param invitation the latest invitation; null before the first and once it was declined
 */
public record Member(
        AccountRegion administrator,
        AccountId account,
        @Nullable String email,
        boolean isOfOrganization,
        MemberStatus status,
        @Nullable Invitation invitation,
        Instant updatedAt) {

    /** An invitation to become a member. */
    public record Invitation(String id, Instant at) {}

    /** An account that is entered into the list and must be invited. */
    public static Member created(AccountRegion administrator, AccountId account, @Nullable String email, Instant now) {
        return new Member(administrator, account, email, false, MemberStatus.CREATED, null, now);
    }

    /** An account of the organization, which is a member without being asked. */
    public static Member ofOrganization(
            AccountRegion administrator, AccountId account, @Nullable String email, Instant now) {
        return new Member(administrator, account, email, true, MemberStatus.ENABLED, null, now);
    }

    /** Where the member's own hub is. */
    public AccountRegion scope() {
        return new AccountRegion(account, administrator.region());
    }

    public boolean isEnabled() {
        return status == MemberStatus.ENABLED;
    }

    /** Invited with this invitation, or still invited with the one it has. */
    public @Nullable Member invited(Invitation fresh, Instant now) {
        return switch (status) {
            case CREATED, REMOVED, RESIGNED -> isOfOrganization ? null : with(MemberStatus.INVITED, fresh, now);
            case INVITED -> this;
            case ENABLED -> null;
        };
    }

    /** The account follows the invitation with this id. */
    public @Nullable Member accepted(String invitationId, Instant now) {
        boolean isInvited = status == MemberStatus.INVITED
                && invitation != null
                && invitation.id().equals(invitationId);
        return isInvited ? with(MemberStatus.ENABLED, invitation, now) : null;
    }

    /** The account does not follow the invitation. */
    public @Nullable Member declined(Instant now) {
        return status == MemberStatus.INVITED ? with(MemberStatus.RESIGNED, null, now) : null;
    }

    /** The administrator lets the account go; one that is no longer or not yet a member stays as it is. */
    public Member removed(Instant now) {
        return isEnabled() ? with(MemberStatus.REMOVED, invitation, now) : this;
    }

    /** The account leaves; accounts of the organization may not. */
    public @Nullable Member resigned(Instant now) {
        return isEnabled() && !isOfOrganization ? with(MemberStatus.RESIGNED, invitation, now) : null;
    }

    /** Whether the administrator may take the account from the list. */
    public boolean isDeletable() {
        return !isEnabled() && !isOfOrganization;
    }

    private Member with(MemberStatus next, @Nullable Invitation latest, Instant now) {
        return new Member(administrator, account, email, isOfOrganization, next, latest, now);
    }
}
