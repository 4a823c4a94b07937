// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The applications of rules to stored findings, ended ones included; also the queue of those to go on with. Thread-safe. */
public interface RuleApplications {
    /** The application with this id, or null. */
    @Nullable
    RuleApplication find(Tx tx, AccountRegion scope, String id);

    /** Inserts the application, or replaces the one with its id. */
    void put(Tx tx, AccountRegion scope, RuleApplication application);

    /** Those in progress, the oldest first. */
    List<RuleApplication> inProgress(Tx tx, AccountRegion scope);

    /** The accounts and regions that have one in progress. */
    List<AccountRegion> scopesInProgress(Tx tx);

    /** All of them, the newest first; the keyset is the time of the start and the id. */
    Page<RuleApplication> list(Tx tx, AccountRegion scope, PageRequest page);

    /** Forgets those that ended before the moment. */
    void removeEndedBefore(Tx tx, AccountRegion scope, Instant moment);

    /** Forgets all of them. */
    void removeAll(Tx tx, AccountRegion scope);
}
