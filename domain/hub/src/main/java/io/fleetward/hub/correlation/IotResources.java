// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Knows the resources of findings again, however their providers name them. */
public final class IotResources {
    private static final String SERVICE = "iot";

    private IotResources() {}

    /**
     * The ARN of the thing, certificate or policy of this account and region that a finding's resource is; null for
     * anything else. A device without a thing counts as the thing that would have its client id for a name.
     */
    public static @Nullable Arn arn(AccountRegion scope, JsonNode resource) {
        String id = resource.path("Id").stringValue("");
        Arn named = Arn.parse(id);
        if (named != null) {
            return named.service().equals(SERVICE) && named.belongsTo(scope) && isKnown(named) ? named : null;
        }
        return switch (resource.path("Type").stringValue("")) {
            case "AwsIotRegisteredThing", "AwsIotUnregisteredThing", "AwsIotClientId", "AwsIotThing" ->
                scope.arn(SERVICE, "thing/" + id);
            case "AwsIotDeviceCertificate" -> scope.arn(SERVICE, "cert/" + id);
            case "AwsIotPolicy" -> scope.arn(SERVICE, "policy/" + id);
            default -> null;
        };
    }

    private static boolean isKnown(Arn arn) {
        return arn.nameOf("thing") != null || arn.nameOf("cert") != null || arn.nameOf("policy") != null;
    }
}
