// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.IndexingMode;

/** What of the things of every account is indexed. Thread-safe. */
public interface IndexingModes {
    /** The mode; {@link IndexingMode#OFF} when the account never set one. */
    IndexingMode find(Tx tx, AccountRegion scope);

    void put(Tx tx, AccountRegion scope, IndexingMode mode);
}
