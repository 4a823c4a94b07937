// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.registry.account.LogLevel;
import java.util.ArrayList;
import java.util.List;

/** Switches the account's logging on. Immutable. */
public record EnableIotLogging(String roleArn, LogLevel level) implements ActionParams {
    @Override
    public ActionType type() {
        return ActionType.ENABLE_IOT_LOGGING;
    }

    @Override
    public List<Effect> effects(Subject subject) {
        return List.of(new Effect.EnableLogging(roleArn, level));
    }

    @Override
    public List<Problem> problems(AccountRegion scope) {
        var problems = new ArrayList<Problem>();
        if (level == LogLevel.DISABLED) {
            problems.add(new Problem("actionParams.enableIoTLoggingParams.logLevel", "must not be DISABLED"));
        }
        problems.addAll(Roles.problems(scope, "actionParams.enableIoTLoggingParams.roleArnForLogging", roleArn));
        return problems;
    }
}
