// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the archives of every account. Thread-safe. */
public interface Archives {
    @Nullable
    Holding find(Tx tx, AccountRegion scope, String name);

    /** Inserts the archive, which then is empty, or replaces what it says of itself. */
    void put(Tx tx, Archive archive);

    /** Forgets the archive; what it holds is then an orphan. */
    void remove(Tx tx, Archive archive);

    /** The archives of the account and region in the order of their names. */
    List<Holding> all(Tx tx, AccountRegion scope);

    /** The archives of all accounts. */
    List<Holding> all(Tx tx);

    /** Notes that the archive holds so much more; answers what it holds. */
    Size count(Tx tx, Archive archive, Size more);
}
