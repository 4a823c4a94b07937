// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.AccountRegion;
import java.util.Set;

/**
 * An authenticated caller of the API and the account and region the call works in.
 *
 * <p>Immutable. {@code arn} names the caller in messages and in the audit log, for example {@code
 * arn:aws:iam::000000000000:user/admin}.
 */
public record Caller(AccountRegion scope, String arn, String accessKeyId, Set<Role> roles, String sourceIp) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A caller in one role. */
    public Caller(AccountRegion scope, String arn, String accessKeyId, Role role, String sourceIp) {
        this(scope, arn, accessKeyId, Set.of(role), sourceIp);
    }

    /** Whether one of the roles allows the action. */
    public boolean may(String action) {
        return RolePermissions.allows(roles, action);
    }

    /** What names the caller within its account: the user's name, or the account's own number for its root. */
    public String userId() {
        int slash = arn.lastIndexOf('/');
        return slash < 0 ? scope.account().value() : arn.substring(slash + 1);
    }
}
