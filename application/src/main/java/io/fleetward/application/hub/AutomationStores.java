// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

/** What the hub keeps about changing findings by itself, and where. */
public record AutomationStores(
        AutomationRules rules,
        RuleApplications applications,
        FindingSuppressions suppressions,
        SuppressedFindings suppressed) {}
