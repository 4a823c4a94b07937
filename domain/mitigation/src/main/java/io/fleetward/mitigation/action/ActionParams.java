// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Problem;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import java.util.List;

/**
 * What an action of one type does; the compiler knows them all (audit, types and parameters).
 *
 * <p>Immutable. That the type suits the subject was found out before ({@link Applicability}).
 */
public sealed interface ActionParams
        permits UpdateDeviceCertificate,
                UpdateCaCertificate,
                AddThingsToThingGroup,
                ReplaceDefaultPolicyVersion,
                EnableIotLogging,
                PublishFindingToSns {
    /** The type as the API names it. */
    ActionType type();

    /** What has to be changed for this subject, in order. */
    List<Effect> effects(Subject subject);

    /** Everything that is wrong with the parameters in this account; empty when they can be used. */
    default List<Problem> problems(AccountRegion scope) {
        return List.of();
    }
}
