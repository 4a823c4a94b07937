// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import tools.jackson.databind.node.ObjectNode;

/** How audit and Detect hand a finding to the hub: with the state change that caused it, at least once, in order. */
public interface FindingOutbox {
    /**
     * Leaves the finding, a complete ASFF document, to be imported after this transaction; findings with the same Id
     * arrive in the order they were left.
     */
    void append(Tx tx, AccountRegion scope, ObjectNode finding);
}
