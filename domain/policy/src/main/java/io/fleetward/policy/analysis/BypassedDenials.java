// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.match.Budget;
import java.util.List;

/**
 * Finds denied topics that a device reaches by subscribing to a filter with MQTT wildcards, which the denial does not
 * match (audit, IoT policy potentially misconfigured).
 *
 * <p>Policies compare filters as texts: a denial of {@code yard/gate/*} does not stop a subscription to {@code yard/#},
 * and the messages come unless receiving them is denied too. Every filter that has a wildcard of MQTT is considered, as
 * far as an Allow with a wildcard of policies covers it; what an Allow spells out is taken to be meant. Immutable.
 */
public final class BypassedDenials {
    private final AccountRegion scope;

    /** @param scope whose resources are meant; ARNs of other accounts and regions match nothing */
    public BypassedDenials(AccountRegion scope) {
        this.scope = scope;
    }

    /**
     * A way around a denial, if there is one.
     *
     * @param policies those that apply together
     */
    public Answer<Bypass> in(List<NamedPolicy> policies) {
        boolean canBeBypassed = speaks(policies, DeviceAction.SUBSCRIBE, Effect.DENY)
                && speaks(policies, DeviceAction.SUBSCRIBE, Effect.ALLOW)
                && speaks(policies, DeviceAction.RECEIVE, Effect.ALLOW);
        return canBeBypassed
                ? Subscriptions.ask(scope, policies, new Budget(2 * Effort.PER_QUESTION))
                : new Answer.None<>();
    }

    private static boolean speaks(List<NamedPolicy> policies, DeviceAction action, Effect effect) {
        return PlacedStatement.of(policies)
                .map(PlacedStatement::statement)
                .anyMatch(statement ->
                        statement.effect() == effect && statement.actions().covers(action));
    }
}
