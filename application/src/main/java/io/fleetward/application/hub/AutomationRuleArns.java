// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/** The ARNs of automation rules. */
public final class AutomationRuleArns {
    private static final String SERVICE = "securityhub";
    private static final String TYPE = "automation-rule";

    private AutomationRuleArns() {}

    /** The ARN of the rule with this id. */
    public static String of(AccountRegion scope, String ruleId) {
        return scope.arn(SERVICE, TYPE + "/" + ruleId).toString();
    }

    /** The id in the ARN of a rule of this account and region; null for any other text. */
    static @Nullable String id(AccountRegion scope, String arn) {
        Arn parsed = Arn.parse(arn);
        return parsed != null && parsed.service().equals(SERVICE) && parsed.belongsTo(scope)
                ? parsed.nameOf(TYPE)
                : null;
    }
}
