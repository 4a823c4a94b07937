// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import java.util.Set;

/**
 * A finding as the hub keeps it: the document and what is known about its making.
 *
 * @param customerTouched the shared fields that a customer has set and imports no longer change
 * @param revision 1 for a new finding, one more with every change; orders the finding's history
 */
public record StoredFinding(Finding finding, Set<SharedField> customerTouched, long revision) {
    public StoredFinding {
        customerTouched = Set.copyOf(customerTouched);
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    public FindingKey key() {
        return finding.key();
    }
}
