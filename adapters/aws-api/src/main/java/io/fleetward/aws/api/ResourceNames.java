// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.aws.api.route.Router.Match;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;

/** Names the resource an operation acts on, as far as its path shows it; {@code *} otherwise. */
final class ResourceNames {
    private static final String ANY = "*";

    /** Resource types of the {@code iot} service by the path label that holds their name. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("thingName", "thing"),
            Map.entry("thingTypeName", "thingtype"),
            Map.entry("thingGroupName", "thinggroup"),
            Map.entry("billingGroupName", "billinggroup"),
            Map.entry("policyName", "policy"),
            Map.entry("certificateId", "cert"),
            Map.entry("caCertificateId", "cacert"),
            Map.entry("securityProfileName", "securityprofile"),
            Map.entry("scheduledAuditName", "scheduledaudit"),
            Map.entry("actionName", "mitigationaction"),
            Map.entry("roleAlias", "rolealias"),
            Map.entry("topic", "topic"));

    private ResourceNames() {}

    /** The ARN, or {@code *}. */
    static String of(Match match, AccountRegion scope) {
        for (Map.Entry<String, String> label : match.labels().entrySet()) {
            String type = TYPES.get(label.getKey());
            if (type != null) {
                return scope.arn("iot", type + "/" + label.getValue()).toString();
            }
            if (label.getValue().startsWith("arn:")) {
                return label.getValue();
            }
        }
        return ANY;
    }
}
