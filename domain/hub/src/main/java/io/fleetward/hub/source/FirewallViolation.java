// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.SeverityLabel;

/** The kinds of violation that Firewall Manager's reasons fall into: missing protection is worse than drift. */
enum FirewallViolation {
    SHIELD_MISSING("Resource has no Shield Advanced protection", SeverityLabel.MEDIUM),
    WEB_ACL_MISSING("Resource has no web ACL", SeverityLabel.MEDIUM),
    FIREWALL_MISSING("Network or DNS firewall is missing", SeverityLabel.MEDIUM),
    SECURITY_GROUP("Security group violates a policy", SeverityLabel.MEDIUM),
    RULES_ALTERED("Rules differ from the policy", SeverityLabel.LOW);

    private final String title;
    private final SeverityLabel severity;

    FirewallViolation(String title, SeverityLabel severity) {
        this.title = title;
        this.severity = severity;
    }

    String title() {
        return title;
    }

    SeverityLabel severity() {
        return severity;
    }

    /** The kind of a reason such as {@code RESOURCE_MISSING_WEB_ACL}. */
    static FirewallViolation of(String reason) {
        boolean isMissing = reason.contains("MISSING");
        if (reason.contains("SECURITY_GROUP")) {
            return SECURITY_GROUP;
        } else if (isMissing && reason.contains("SHIELD_PROTECTION")) {
            return SHIELD_MISSING;
        } else if (reason.equals("RESOURCE_MISSING_WEB_ACL")) {
            return WEB_ACL_MISSING;
        } else if (isMissing && reason.contains("FIREWALL")) {
            return FIREWALL_MISSING;
        }
        return RULES_ALTERED;
    }
}
