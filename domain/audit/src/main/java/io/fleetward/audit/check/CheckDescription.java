// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import java.util.List;

/**
 * What is fixed about a check: its row in the catalogue.
 *
 * <p>Immutable.
 *
 * @param title the check's name for people
 * @param resourceType what its findings are about
 * @param findingType the type of its findings in the hub, a path of the ASFF taxonomy
 * @param reasonCodes every code that its findings can carry
 * @param settings the settings that an account can change
 */
public record CheckDescription(
        CheckName name,
        String title,
        Severity severity,
        ResourceType resourceType,
        String findingType,
        List<ReasonCode> reasonCodes,
        List<CheckSetting> settings) {
    /** The finding type of most checks. */
    static final String VULNERABILITIES = "Software and Configuration Check/Vulnerabilities";

    /** The finding type of checks that look for a published vulnerability. */
    static final String CVE = VULNERABILITIES + "/CVE";

    /** The finding type of checks that look at what devices do. */
    static final String UNUSUAL_BEHAVIORS = "Unusual Behaviors";

    public CheckDescription {
        reasonCodes = List.copyOf(reasonCodes);
        settings = List.copyOf(settings);
    }
}
