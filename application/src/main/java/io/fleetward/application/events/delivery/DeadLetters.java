// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;

/** Keeps the last {@value #MOST} dead letters of each account and region. Thread-safe. */
public interface DeadLetters {
    int MOST = 10_000;

    /** Keeps the letters, which are of one account and region, in place of the oldest ones. */
    void add(Tx tx, List<DeadLetter> letters);

    /** The latest first; the sort key is their place in that order. */
    Page<DeadLetter> list(Tx tx, AccountRegion scope, PageRequest page);
}
