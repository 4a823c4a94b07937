// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountId;
import java.time.Instant;

/**
 * A key with which one user of one account signs requests, and the role it gives.
 *
 * <p>Immutable; prints without the secret.
 *
 * @param id for example {@code AKIA2E0A8F3B244C9986}
 * @param user name of the owner, as the last part of the ARN in logs and messages
 */
public record AccessKey(
        String id,
        AccountId account,
        String user,
        Role role,
        AccessKeySecret secret,
        boolean isActive,
        Instant createdAt) {
    /** ARN of the owner, for example {@code arn:aws:iam::000000000000:user/admin}. */
    public String ownerArn() {
        return "arn:aws:iam::" + account + ":user/" + user;
    }

    /** The same key switched on or off. */
    public AccessKey switched(boolean on) {
        return new AccessKey(id, account, user, role, secret, on, createdAt);
    }

    /** What the signature check needs of it. */
    public Credential credential() {
        return new Credential(id, secret, account, ownerArn(), role);
    }
}
