// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An action that an account has defined (audit, action API).
 *
 * <p>Immutable.
 *
 * @param id a UUID, the same for as long as the action exists
 */
public record MitigationAction(
        AccountRegion scope,
        String name,
        String id,
        String roleArn,
        ActionParams params,
        Instant createdAt,
        Instant lastModifiedAt) {
    /** How an ARN writes the type of this resource before the slash. */
    public static final String ARN_TYPE = "mitigationaction";

    /** The ARN of the action of this name. */
    public static Arn arn(AccountRegion scope, String name) {
        return scope.arn("iot", ARN_TYPE + "/" + name);
    }

    /** Its ARN. */
    public Arn arn() {
        return arn(scope, name);
    }

    /** What a task that starts now will do, whatever becomes of the action meanwhile. */
    public ActionDefinition definition() {
        return new ActionDefinition(name, id, roleArn, params);
    }

    /** Everything that is wrong with an action made of these; empty when it can be made. */
    public static List<Problem> problems(AccountRegion scope, String roleArn, ActionParams params) {
        var problems = new ArrayList<>(Roles.problems(scope, "roleArn", roleArn));
        problems.addAll(params.problems(scope));
        return problems;
    }

    /** The action with another role and other parameters. */
    public MitigationAction changed(String newRoleArn, ActionParams newParams, Instant at) {
        return new MitigationAction(scope, name, id, newRoleArn, newParams, createdAt, at);
    }
}
