// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One kind of work on findings that are stored, done a batch at a time. What there is to do is in the store. */
interface StoredFindingWork {
    /** Whether there is something to do now. */
    boolean isWaiting(AccountRegion scope);

    /** Does one batch of it, in one transaction that also notes how far it came. */
    void goOn(AccountRegion scope);

    /** The accounts and regions that may have something to do, now or later. */
    List<AccountRegion> scopes();

    /** When there will be something to do next; null when that is not known. */
    default @Nullable Instant nextDue(AccountRegion scope) {
        return null;
    }
}
