// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

/**
 * A field that providers state in {@code FindingProviderFields} and customers may overrule at the top level.
 *
 * <p>Once a customer has touched the field of a finding, imports change only the provider's side (hub, field ownership
 * on update).
 */
public enum SharedField {
    CONFIDENCE("Confidence"),
    CRITICALITY("Criticality"),
    RELATED_FINDINGS("RelatedFindings"),
    SEVERITY("Severity"),
    TYPES("Types");

    private final String wireName;

    SharedField(String wireName) {
        this.wireName = wireName;
    }

    /** The member's name, both at the top level and in {@code FindingProviderFields}. */
    public String wireName() {
        return wireName;
    }
}
