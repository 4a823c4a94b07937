// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import io.fleetward.hub.finding.SeverityLabel;
import java.util.List;

/**
 * The controls that demand tags on resources of AWS IoT (hub, standards and controls).
 *
 * <p>Deviation: IoT.4 is left out as long as there are no authorizers.
 */
public final class TaggingControls {
    private static final List<SecurityControl> ALL = List.of(
            control("IoT.1", "AWS IoT Device Defender security profiles", "SecurityProfile", "securityprofile"),
            control("IoT.2", "AWS IoT Core mitigation actions", "MitigationAction", "mitigationaction"),
            control("IoT.3", "AWS IoT Core dimensions", "Dimension", "dimension"),
            control("IoT.5", "AWS IoT Core role aliases", "RoleAlias", "rolealias"),
            control("IoT.6", "AWS IoT Core policies", "Policy", "policy"));

    private TaggingControls() {}

    /** Every one of them, by id. */
    public static List<SecurityControl> all() {
        return ALL;
    }

    private static SecurityControl control(String id, String things, String type, String arnType) {
        return new SecurityControl(
                id,
                things + " should be tagged",
                "This control checks whether " + things + " have tags with the keys that the parameter "
                        + TagRequirement.PARAMETER + " names. If it names none, any tag that is not one of the system"
                        + " will do.",
                SeverityLabel.LOW,
                "https://docs.aws.amazon.com/console/securityhub/" + id + "/remediation",
                new SecurityControl.Tagging("AwsIot" + type, arnType));
    }
}
