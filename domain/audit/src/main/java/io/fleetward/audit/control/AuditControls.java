// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.control;

import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.standard.SecurityControl;
import java.util.ArrayList;
import java.util.List;

/**
 * One control for each check of the product (hub, standards and controls).
 *
 * <p>Their numbers are part of findings' Ids: a new check takes the next number, and none is ever given to another check.
 */
public final class AuditControls {
    private static final List<String> BY_NUMBER = List.of(
            "LOGGING_DISABLED_CHECK",
            "IOT_POLICY_OVERLY_PERMISSIVE_CHECK",
            "IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK",
            "REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK",
            "CA_CERTIFICATE_EXPIRING_CHECK",
            "CA_CERTIFICATE_KEY_QUALITY_CHECK",
            "REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK",
            "DEVICE_CERTIFICATE_EXPIRING_CHECK",
            "DEVICE_CERTIFICATE_AGE_CHECK",
            "DEVICE_CERTIFICATE_KEY_QUALITY_CHECK",
            "INTERMEDIATE_CA_REVOKED_FOR_ACTIVE_DEVICE_CERTIFICATES_CHECK",
            "DEVICE_CERTIFICATE_SHARED_CHECK",
            "CONFLICTING_CLIENT_IDS_CHECK",
            "IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK",
            "IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK",
            "UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK",
            "AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK");

    private AuditControls() {}

    /** A control for each of these checks that has a number, by number. */
    public static List<SecurityControl> of(AuditChecks checks) {
        var controls = new ArrayList<SecurityControl>();
        for (int i = 0; i < BY_NUMBER.size(); i++) {
            for (AuditCheck check : checks.all()) {
                if (check.description().name().value().equals(BY_NUMBER.get(i))) {
                    controls.add(control("DeviceDefender." + (i + 1), check.description()));
                }
            }
        }
        return controls;
    }

    private static SecurityControl control(String id, CheckDescription check) {
        return new SecurityControl(
                id,
                "AWS IoT Device Defender Audit should not find: " + check.title(),
                "This control checks whether the last audit of the account found resources that do not comply with "
                        + check.name() + ". The findings of the audit name them.",
                SeverityLabel.valueOf(check.severity().name()),
                "https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit-checks.html",
                new SecurityControl.Audit("AwsAccount", check.name().value()));
    }
}
