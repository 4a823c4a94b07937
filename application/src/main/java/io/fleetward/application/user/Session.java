// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;

/**
 * What a person opened by signing in: who it is and what he may do, as it was then.
 *
 * <p>Thread-safe: only the time of its last use changes.
 */
public final class Session {
    private final String id;
    private final UserId user;
    private final Set<Role> roles;
    private final AccountScope scope;
    private final boolean mustChange;
    private final String csrfToken;
    private final Instant openedAt;
    private volatile Instant usedAt;

    Session(String id, User user, String csrfToken, Instant at) {
        this.id = id;
        this.user = user.id();
        this.roles = user.roles();
        this.scope = user.scope();
        this.mustChange = user.mustChange();
        this.csrfToken = csrfToken;
        this.openedAt = at;
        this.usedAt = at;
    }

    /** Names the session where others may read it, such as logs; opens nothing. */
    public String id() {
        return id;
    }

    public UserId user() {
        return user;
    }

    public Set<Role> roles() {
        return roles;
    }

    public AccountScope scope() {
        return scope;
    }

    /** Whether the password must be changed before anything else. */
    public boolean mustChange() {
        return mustChange;
    }

    /** What a page of ours knows and a page of others cannot read. */
    public String csrfToken() {
        return csrfToken;
    }

    /** Whether this is the token of this session; takes as long either way. */
    public boolean isCsrfToken(String claimed) {
        return MessageDigest.isEqual(
                claimed.getBytes(StandardCharsets.UTF_8), csrfToken.getBytes(StandardCharsets.UTF_8));
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant usedAt() {
        return usedAt;
    }

    void used(Instant at) {
        usedAt = at;
    }

    @Override
    public String toString() {
        return "Session[" + id + " of " + user.arn() + "]";
    }
}
