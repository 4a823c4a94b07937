// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import java.util.EnumSet;
import java.util.Set;

/** Which types of actions may be applied to what (audit, overview of the checks and applicability). */
public final class Applicability {
    /** The age of a certificate alone is no reason to cut a device off. */
    private static final CheckName AGE = new CheckName("DEVICE_CERTIFICATE_AGE_CHECK");

    private Applicability() {}

    /** What may be done about findings of a check on resources of this type. */
    public static Set<ActionType> toFindings(CheckName check, ResourceType resource) {
        if (check.equals(AGE)) {
            return EnumSet.of(ActionType.PUBLISH_FINDING_TO_SNS);
        }
        return switch (resource) {
            case DEVICE_CERTIFICATE, ISSUER_CERTIFICATE ->
                EnumSet.of(
                        ActionType.PUBLISH_FINDING_TO_SNS,
                        ActionType.UPDATE_DEVICE_CERTIFICATE,
                        ActionType.ADD_THINGS_TO_THING_GROUP);
            case CA_CERTIFICATE -> EnumSet.of(ActionType.PUBLISH_FINDING_TO_SNS, ActionType.UPDATE_CA_CERTIFICATE);
            case IOT_POLICY -> EnumSet.of(ActionType.PUBLISH_FINDING_TO_SNS, ActionType.REPLACE_DEFAULT_POLICY_VERSION);
            case ACCOUNT_SETTINGS -> EnumSet.of(ActionType.PUBLISH_FINDING_TO_SNS, ActionType.ENABLE_IOT_LOGGING);
            case COGNITO_IDENTITY_POOL, CLIENT_ID, ROLE_ALIAS, IAM_ROLE ->
                EnumSet.of(ActionType.PUBLISH_FINDING_TO_SNS);
        };
    }

    /** What may be done about violations. */
    public static Set<ActionType> toViolations() {
        return EnumSet.of(ActionType.ADD_THINGS_TO_THING_GROUP);
    }
}
