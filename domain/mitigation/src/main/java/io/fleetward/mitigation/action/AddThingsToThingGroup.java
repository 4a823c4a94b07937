// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.detect.alarm.Violation;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the things of the certificate, or the thing that violated a behavior, into static groups.
 *
 * <p>Immutable.
 *
 * @param overrideDynamicGroups whether a thing may leave a dynamic group to stay within its limit of groups; null when
 *     the user did not say
 */
public record AddThingsToThingGroup(
        List<ThingGroupName> groups, @Nullable Boolean overrideDynamicGroups) implements ActionParams {
    public AddThingsToThingGroup {
        groups = List.copyOf(groups);
    }

    @Override
    public ActionType type() {
        return ActionType.ADD_THINGS_TO_THING_GROUP;
    }

    @Override
    public List<Effect> effects(Subject subject) {
        var wanted = new Effect.Groups(groups, Boolean.TRUE.equals(overrideDynamicGroups));
        return switch (subject) {
            case Subject.OfViolation(Violation violation) ->
                List.of(new Effect.AddDevice(violation.key().device().name(), wanted));
            case Subject.OfFinding _ ->
                subject.certificates().stream()
                        .<Effect>map(certificate -> new Effect.AddThings(certificate, wanted))
                        .toList();
        };
    }
}
