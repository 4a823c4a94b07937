// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.central;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.standard.ControlAdministration.ParameterChange;
import io.fleetward.application.hub.standard.ControlCatalog;
import io.fleetward.application.hub.standard.ControlParameters;
import io.fleetward.hub.central.ControlSelection;
import io.fleetward.hub.central.ControlSelection.CustomParameters;
import io.fleetward.hub.central.ControlSelection.Naming;
import io.fleetward.hub.central.HubPolicy;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.hub.standard.Standards;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.Region;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads the settings of configuration policies. Immutable.
 *
 * <p>Deviation: standards and controls about resources of the AWS cloud are refused by name, as they are where an account
 * configures itself: a policy that names them would promise what is never checked.
 */
record PolicyReader(ControlCatalog catalog, Region region) {
    private static final String PARAMETER = "ConfigurationPolicy";
    private static final String PLACE = "data.ConfigurationPolicy.SecurityHub.";
    private static final String CONTROLS = PLACE + "SecurityControlsConfiguration";

    HubPolicy read(PolicyWish wish) {
        if (wish.isServiceEnabled() == null) {
            throw invalid(PLACE + "ServiceEnabled should be given");
        }
        if (!wish.isServiceEnabled()) {
            boolean saysMore = wish.controls() != null
                    || (wish.standardArns() != null && !wish.standardArns().isEmpty());
            if (saysMore) {
                throw semantics(
                        "Enabled standards and security control configurations must not be configured when Security Hub"
                                + " is disabled");
            }
            return HubPolicy.OFF;
        }
        if (wish.standardArns() == null || wish.controls() == null) {
            throw semantics(
                    "Enabled standards and security control configurations must be configured when Security Hub is"
                            + " enabled");
        }
        return new HubPolicy(standards(wish.standardArns()), controls(wish.controls()));
    }

    private List<Standard> standards(List<String> arns) {
        var standards = new LinkedHashSet<Standard>();
        for (String arn : arns) {
            Standard standard = Standards.findByArn(region, arn);
            if (standard == null || !standard.isEvaluated()) {
                throw invalid(PLACE + "EnabledStandardIdentifiers "
                        + (standard == null
                                ? "should hold ARNs of standards in this Region"
                                : "names a standard that is not evaluated here: " + arn));
            }
            standards.add(standard);
        }
        return List.copyOf(standards);
    }

    private ControlSelection controls(PolicyWish.Controls wish) {
        List<String> enabled = wish.enabled();
        List<String> disabled = wish.disabled();
        if (enabled != null && disabled != null) {
            throw invalid(CONTROLS + " should NOT have both EnabledSecurityControlIdentifiers and"
                    + " DisabledSecurityControlIdentifiers");
        }
        if (enabled == null && disabled == null) {
            throw invalid(CONTROLS + " should have EnabledSecurityControlIdentifiers or"
                    + " DisabledSecurityControlIdentifiers");
        }
        var selection = enabled != null
                ? new ControlSelection(Naming.ENABLED, ids(enabled), List.of())
                : new ControlSelection(Naming.DISABLED, ids(disabled == null ? List.of() : disabled), List.of());
        return new ControlSelection(selection.naming(), selection.named(), parameters(wish.parameters(), selection));
    }

    private List<String> ids(List<String> named) {
        return named.stream().distinct().map(id -> control(id).id()).toList();
    }

    private List<CustomParameters> parameters(List<PolicyWish.Parameters> wishes, ControlSelection selection) {
        var parameters = new ArrayList<CustomParameters>();
        for (PolicyWish.Parameters wish : wishes) {
            SecurityControl control = control(wish.control() == null ? "" : wish.control());
            if (!selection.isEnabled(control.id())) {
                throw invalid(CONTROLS + ".SecurityControlCustomParameters names a control that is not enabled: "
                        + control.id());
            }
            for (Map.Entry<String, ParameterChange> value : wish.values().entrySet()) {
                TagRequirement tags =
                        ControlParameters.tags(PARAMETER, control, Map.entry(value.getKey(), value.getValue()));
                parameters.removeIf(other -> other.control().equals(control.id()));
                parameters.add(new CustomParameters(control.id(), tags));
            }
        }
        return parameters;
    }

    private SecurityControl control(String id) {
        SecurityControl control = catalog.find(id);
        if (control == null) {
            throw invalid(CONTROLS + " names a control that is not evaluated here: " + id);
        }
        return control;
    }

    private static ApiException invalid(String reason) {
        return HubRefusals.invalid(PARAMETER, reason);
    }

    private static ApiException semantics(String reason) {
        return new ApiException(HubError.INVALID_INPUT, "Invalid semantics: " + reason);
    }
}
