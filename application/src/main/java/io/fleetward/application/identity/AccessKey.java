// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key with which one user of one account signs requests, and the role it gives.
 *
 * <p>Immutable; prints without the secret.
 *
 * @param id for example {@code AKIA2E0A8F3B244C9986}
 * @param user name of the owner, as the last part of the ARN in logs and messages
 * @param lastUsedAt when it last signed a request, as far as is written down; null for never
 */
public record AccessKey(
        String id,
        AccountId account,
        String user,
        Role role,
        AccessKeySecret secret,
        boolean isActive,
        Instant createdAt,
        KeyLimits limits,
        @Nullable Instant lastUsedAt) {
    /** A key without bounds that was never used. */
    public AccessKey(
            String id,
            AccountId account,
            String user,
            Role role,
            AccessKeySecret secret,
            boolean isActive,
            Instant createdAt) {
        this(id, account, user, role, secret, isActive, createdAt, KeyLimits.NONE, null);
    }

    /** ARN of the owner, for example {@code arn:aws:iam::000000000000:user/admin}. */
    public String ownerArn() {
        return "arn:aws:iam::" + account + ":user/" + user;
    }

    /** The same key switched on or off. */
    public AccessKey switched(boolean on) {
        return new AccessKey(id, account, user, role, secret, on, createdAt, limits, lastUsedAt);
    }

    /** What the signature check needs of it. */
    public Credential credential() {
        return new Credential(id, secret, account, ownerArn(), Set.of(role), limits);
    }
}
