// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountId;
import java.util.Set;

/**
 * An active access key as the signature check needs it: its secret, and whom it stands for.
 *
 * <p>Immutable; prints without the secret. {@code arn} names the owner, for example {@code
 * arn:aws:iam::000000000000:user/admin}.
 */
public record Credential(
        String accessKeyId, AccessKeySecret secret, AccountId account, String arn, Set<Role> roles, KeyLimits limits) {
    public Credential {
        roles = Set.copyOf(roles);
    }

    /** A credential without bounds. */
    public Credential(String accessKeyId, AccessKeySecret secret, AccountId account, String arn, Set<Role> roles) {
        this(accessKeyId, secret, account, arn, roles, KeyLimits.NONE);
    }

    /** A credential that gives one role. */
    public Credential(String accessKeyId, AccessKeySecret secret, AccountId account, String arn, Role role) {
        this(accessKeyId, secret, account, arn, Set.of(role));
    }
}
