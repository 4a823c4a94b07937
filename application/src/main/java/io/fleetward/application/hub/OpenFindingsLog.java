// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;

/** Keeps how many findings were open, hour by hour. Thread-safe. */
public interface OpenFindingsLog extends HubBelongings {
    /** Keeps a count in place of an earlier one of the same hour of UTC. */
    void put(Tx tx, AccountRegion scope, OpenFindings count);

    /** The counts between two moments, both included, the earliest first. */
    List<OpenFindings> between(Tx tx, AccountRegion scope, Instant from, Instant to);

    /** Forgets counts from before the moment. */
    void removeBefore(Tx tx, AccountRegion scope, Instant moment);
}
