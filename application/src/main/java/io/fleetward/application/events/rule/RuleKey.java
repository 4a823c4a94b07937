// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.events.EventBus;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/** What identifies a rule. Immutable. */
public record RuleKey(AccountRegion scope, String bus, String name) {
    /** The rule's ARN, which names the bus unless that is the default one. */
    public Arn arn() {
        return scope.arn("events", "rule/" + (bus.equals(EventBus.DEFAULT) ? name : bus + "/" + name));
    }

    /** The rule that the ARN names, or null when it names none of this account and region. */
    public static @Nullable RuleKey parse(AccountRegion scope, Arn arn) {
        String path = arn.belongsTo(scope) && arn.service().equals("events") ? arn.nameOf("rule") : null;
        if (path == null) {
            return null;
        }
        int slash = path.indexOf('/');
        return slash < 0
                ? new RuleKey(scope, EventBus.DEFAULT, path)
                : new RuleKey(scope, path.substring(0, slash), path.substring(slash + 1));
    }
}
