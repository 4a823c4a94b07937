// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/** A custom action: what rules of the bus know events by that people send by hand. Immutable (hub, custom actions). */
public record ActionTarget(String id, String name, String description) {
    private static final String TYPE = "action/custom";

    /** The ARN of the action in an account and region. */
    public String arn(AccountRegion scope) {
        return scope.arn("securityhub", TYPE + "/" + id).toString();
    }

    /** The id in the ARN of an action of this account and region; null for any other text. */
    static @Nullable String idIn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        return arn != null && arn.belongsTo(scope) && arn.service().equals("securityhub") ? arn.nameOf(TYPE) : null;
    }
}
