// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.suppression.FindingSuppression;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the suppressions of each account and region; those that have something to be done are also the queue. Thread-safe. */
public interface FindingSuppressions {
    /** The suppression with this id, or null. */
    @Nullable
    FindingSuppression find(Tx tx, AccountRegion scope, String id);

    /** Inserts the suppression, or replaces the one with its id. */
    void put(Tx tx, AccountRegion scope, FindingSuppression suppression);

    void remove(Tx tx, AccountRegion scope, String id);

    /** Removes all of them. */
    void removeAll(Tx tx, AccountRegion scope);

    /** All of them, the oldest first; at most {@value FindingSuppressionRegistry#LIMIT}. */
    List<FindingSuppression> all(Tx tx, AccountRegion scope);

    /** The accounts and regions that have any. */
    List<AccountRegion> scopes(Tx tx);

    /** All of them, the newest first; the keyset is the time of creation and the id. */
    Page<FindingSuppression> list(Tx tx, AccountRegion scope, PageRequest page);
}
