// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;

/** Keeps the lines of the administrative log: they are appended, listed, and in the end expire. Thread-safe. */
public interface AdministrativeActs {
    void append(Tx tx, AdministrativeAct act);

    /** The acts of one tenant, the newest first. */
    Page<AdministrativeAct> newest(Tx tx, AccountRegion scope, PageRequest page);

    /** Removes at most {@code limit} of the acts that are older than the instant; answers how many. */
    int expire(Tx tx, Instant before, int limit);
}
