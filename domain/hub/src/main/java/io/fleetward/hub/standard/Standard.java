// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Region;

/**
 * A set of controls that an account can be held to.
 *
 * <p>Immutable.
 *
 * @param path name and version as ARNs write them, for example {@code iot-device-security/v/1.0.0}
 * @param isEvaluated whether its controls are judged here; one whose controls are not cannot be enabled
 */
public record Standard(Form form, String path, String name, String description, boolean isEvaluated) {
    /** How the ARN of a standard is written. */
    public enum Form {
        /** With its region. */
        STANDARDS,
        /** Without any, as the first standard that there was. */
        RULESET
    }

    /** What findings name the standard by. */
    public String id() {
        return (form == Form.RULESET ? "ruleset/" : "standards/") + path;
    }

    /** The ARN of the standard in this region. */
    public String arn(Region region) {
        String slot = form == Form.RULESET ? "" : region.value();
        return new Arn(region.partition(), "securityhub", slot, "", id()).toString();
    }

    /** The ARN of an account's subscription to the standard. */
    public String subscriptionArn(AccountRegion scope) {
        return scope.arn("securityhub", "subscription/" + path).toString();
    }

    /** The ARN of a control within the standard. */
    public String controlArn(AccountRegion scope, String controlId) {
        return scope.arn("securityhub", "control/" + path + "/" + controlId).toString();
    }

    /** Whether enabling the hub enables it: the only ones that can be are those whose controls are judged. */
    public boolean isEnabledByDefault() {
        return isEvaluated;
    }
}
