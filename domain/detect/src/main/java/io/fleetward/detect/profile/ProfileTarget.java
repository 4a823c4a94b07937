// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.profile;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.registry.thing.ThingGroupName;
import org.jspecify.annotations.Nullable;

/** A set of devices that a security profile can be attached to. Immutable. */
public sealed interface ProfileTarget {
    /** Every device, registered or not. */
    record AllThings() implements ProfileTarget {}

    /** Devices whose name is a thing name in the registry. */
    record RegisteredThings() implements ProfileTarget {}

    /** Devices whose name is not in the registry. */
    record UnregisteredThings() implements ProfileTarget {}

    /** The things in a group and in the groups below it. */
    record GroupMembers(ThingGroupName group) implements ProfileTarget {}

    /** The target that this ARN names in this account and region, or null when it names none. */
    static @Nullable ProfileTarget ofArn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.belongsTo(scope) || !"iot".equals(arn.service())) {
            return null;
        }
        return switch (arn.resource()) {
            case "all/things" -> new AllThings();
            case "all/registered-things" -> new RegisteredThings();
            case "all/unregistered-things" -> new UnregisteredThings();
            default -> {
                ThingGroupName group = ThingGroupName.ofArn(scope, text);
                yield group == null ? null : new GroupMembers(group);
            }
        };
    }

    /** The ARN of this target in the given account and region. */
    default Arn arn(AccountRegion scope) {
        return switch (this) {
            case AllThings all -> scope.arn("iot", "all/things");
            case RegisteredThings registered -> scope.arn("iot", "all/registered-things");
            case UnregisteredThings unregistered -> scope.arn("iot", "all/unregistered-things");
            case GroupMembers members -> members.group().arn(scope);
        };
    }
}
