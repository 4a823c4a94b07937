// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.finding.Finding;

/** What is asked of one attribute of a finding. Immutable. */
public record AttributeFilter(FilterKey key, Criterion criterion) {
    public boolean matches(Finding finding) {
        return criterion.matches(key.path(), finding.document());
    }
}
