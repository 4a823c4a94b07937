// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.finding.Finding;
import java.util.List;

/**
 * Which findings are wanted: those that pass the filter of every attribute. Immutable.
 *
 * <p>The meaning of all filters is defined here and nowhere else.
 */
public record FindingFilter(List<AttributeFilter> attributes) {
    /** Every finding, archived ones included. */
    public static final FindingFilter ALL = new FindingFilter(List.of());

    public FindingFilter {
        attributes = List.copyOf(attributes);
    }

    public boolean matches(Finding finding) {
        return attributes.stream().allMatch(attribute -> attribute.matches(finding));
    }
}
