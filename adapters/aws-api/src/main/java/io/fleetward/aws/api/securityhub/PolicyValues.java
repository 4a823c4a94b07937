// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.central.PolicyWish;
import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import io.fleetward.aws.model.securityhub.ParameterConfiguration;
import io.fleetward.aws.model.securityhub.ParameterValue;
import io.fleetward.aws.model.securityhub.Policy;
import io.fleetward.aws.model.securityhub.SecurityControlCustomParameter;
import io.fleetward.aws.model.securityhub.SecurityControlsConfiguration;
import io.fleetward.aws.model.securityhub.SecurityHubPolicy;
import io.fleetward.hub.central.ControlSelection;
import io.fleetward.hub.central.ControlSelection.CustomParameters;
import io.fleetward.hub.central.ControlSelection.Naming;
import io.fleetward.hub.central.HubPolicy;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The settings of configuration policies on the wire. */
final class PolicyValues {
    private PolicyValues() {}

    static @Nullable PolicyWish wish(@Nullable Policy policy) {
        if (policy == null) {
            return null;
        }
        SecurityHubPolicy hub = policy.securityHub();
        return hub == null
                ? new PolicyWish(null, null, null)
                : new PolicyWish(
                        hub.serviceEnabled(),
                        hub.enabledStandardIdentifiers(),
                        controls(hub.securityControlsConfiguration()));
    }

    private static PolicyWish.@Nullable Controls controls(@Nullable SecurityControlsConfiguration controls) {
        if (controls == null) {
            return null;
        }
        List<SecurityControlCustomParameter> parameters = controls.securityControlCustomParameters();
        return new PolicyWish.Controls(
                controls.enabledSecurityControlIdentifiers(),
                controls.disabledSecurityControlIdentifiers(),
                parameters == null
                        ? List.of()
                        : parameters.stream().map(PolicyValues::parameters).toList());
    }

    private static PolicyWish.Parameters parameters(SecurityControlCustomParameter custom) {
        var values = new TreeMap<String, ParameterChange>();
        if (custom.parameters() != null) {
            custom.parameters().forEach((name, parameter) -> values.put(name, change(parameter)));
        }
        return new PolicyWish.Parameters(custom.securityControlId(), values);
    }

    /** What is to become of a parameter of a control. */
    static ParameterChange change(ParameterConfiguration parameter) {
        ParameterValue value = parameter.value();
        return new ParameterChange("CUSTOM".equals(parameter.valueType()), value == null ? null : value.stringList());
    }

    static Policy policy(AccountRegion administrator, HubPolicy settings) {
        ControlSelection controls = settings.controls();
        var hub = SecurityHubPolicy.builder().serviceEnabled(settings.isServiceEnabled());
        if (controls != null) {
            hub.enabledStandardIdentifiers(settings.standards().stream()
                            .map(standard -> standard.arn(administrator.region()))
                            .toList())
                    .securityControlsConfiguration(controls(controls));
        }
        return Policy.builder().securityHub(hub.build()).build();
    }

    private static SecurityControlsConfiguration controls(ControlSelection controls) {
        var configuration = SecurityControlsConfiguration.builder();
        if (controls.naming() == Naming.ENABLED) {
            configuration.enabledSecurityControlIdentifiers(controls.named());
        } else {
            configuration.disabledSecurityControlIdentifiers(controls.named());
        }
        return configuration
                .securityControlCustomParameters(
                        controls.parameters().stream().map(PolicyValues::custom).toList())
                .build();
    }

    private static SecurityControlCustomParameter custom(CustomParameters custom) {
        TagRequirement tags = custom.tags();
        var parameter = ParameterConfiguration.builder().valueType(tags == null ? "DEFAULT" : "CUSTOM");
        if (tags != null) {
            parameter.value(ParameterValue.builder().stringList(tags.keys()).build());
        }
        return SecurityControlCustomParameter.builder()
                .securityControlId(custom.control())
                .parameters(Map.of(TagRequirement.PARAMETER, parameter.build()))
                .build();
    }
}
