// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who signs in with a password.
 *
 * <p>Immutable; prints without what is kept of the password.
 *
 * @param scope the accounts the person may work in
 * @param mustChange whether the password is one that somebody else knows, and good for nothing but to be changed
 * @param isDisabled whether the person may not sign in
 * @param revision counts the changes that end what the person has opened: to password, roles, scope or being disabled
 * @param lastSignInAt null before the first time
 */
public record User(
        UserId id,
        Set<Role> roles,
        AccountScope scope,
        PasswordHash password,
        boolean mustChange,
        boolean isDisabled,
        long revision,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {
    public User {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a user has a role");
        }
    }

    /** The same person with another password. */
    public User withPassword(PasswordHash changed, boolean isKnownToOthers) {
        return new User(id, roles, scope, changed, isKnownToOthers, isDisabled, revision + 1, createdAt, lastSignInAt);
    }

    /** The same person with other permissions. */
    public User permitted(Set<Role> changedRoles, AccountScope changedScope, boolean disabled) {
        return new User(
                id, changedRoles, changedScope, password, mustChange, disabled, revision + 1, createdAt, lastSignInAt);
    }

    /** The same person after signing in. */
    public User signedIn(Instant at) {
        return new User(id, roles, scope, password, mustChange, isDisabled, revision, createdAt, at);
    }

    /** Whether the person can administer the account that keeps him. */
    public boolean isActiveAdministrator() {
        return !isDisabled && roles.contains(Role.ADMINISTRATOR) && scope.includes(id.account());
    }
}
