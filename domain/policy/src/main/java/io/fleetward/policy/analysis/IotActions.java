// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.DeviceAction;
import java.util.List;
import java.util.stream.Stream;

/** The actions of the service {@code iot}, in the groups in which roles are judged (audit, Cognito roles). */
public final class IotActions {
    /** Change things, or list all of them. */
    public static final List<String> THING_ADMIN_WRITE = iot(
            "AddThingToThingGroup",
            "AttachThingPrincipal",
            "CreateThing",
            "DeleteThing",
            "DetachThingPrincipal",
            "ListThings",
            "ListThingsInThingGroup",
            "RegisterThing",
            "RemoveThingFromThingGroup",
            "UpdateThing",
            "UpdateThingGroupsForThing");

    /** Read what is known of one thing. */
    public static final List<String> THING_ADMIN_READ =
            iot("DescribeThing", "ListJobExecutionsForThing", "ListThingGroupsForThing", "ListThingPrincipals");

    /** What devices do. */
    public static final List<String> DATA_PLANE =
            Stream.of(DeviceAction.values()).map(DeviceAction::wireName).toList();

    /** Everything of the service. */
    static final String ALL = "iot:*";

    private IotActions() {}

    /** The actions of the other groups, which leave those that administer other things than things. */
    static List<String> aboutThings() {
        return Stream.of(THING_ADMIN_WRITE, THING_ADMIN_READ, DATA_PLANE)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> iot(String... names) {
        return Stream.of(names).map(name -> "iot:" + name).toList();
    }
}
