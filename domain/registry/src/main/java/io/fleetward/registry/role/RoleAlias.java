// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.role;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;

/**
 * Stands for an IAM role in policies and requests of devices, so that the role can be exchanged (iot-core, role aliases).
 *
 * <p>Immutable.
 *
 * @param roleArn a role of the same account
 * @param credentialSeconds how long credentials are valid
 */
public record RoleAlias(
        AccountRegion scope,
        RoleAliasName name,
        String roleArn,
        int credentialSeconds,
        Instant createdAt,
        Instant modifiedAt) {
    /** How long credentials are valid when nothing else is said. */
    public static final int DEFAULT_CREDENTIAL_SECONDS = 3_600;

    public Arn arn() {
        return scope.arn("iot", RoleAliasName.ARN_TYPE + "/" + name);
    }
}
