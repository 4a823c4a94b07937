// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Problem;
import java.util.List;

/** Reads the ARNs of roles. */
final class Roles {
    private Roles() {}

    /** What is wrong with a role that this account is to pass on. */
    static List<Problem> problems(AccountRegion scope, String where, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.isRole()) {
            return List.of(new Problem(where, "not the ARN of a role: " + text));
        }
        if (!arn.account().equals(scope.account().value())) {
            return List.of(new Problem(where, "the role belongs to another account: " + text));
        }
        return List.of();
    }
}
