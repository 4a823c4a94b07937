// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps what rules have seen on resources, one row for each rule and resource. Thread-safe. */
public interface Correlations {
    /** A row and when it is worth nothing any more. */
    record Kept(Correlation correlation, Instant expiresAt) {}

    /** The rows with these keys, as far as there are any. */
    List<Correlation> find(Tx tx, AccountRegion scope, Collection<Correlation.Key> keys);

    /** The keys of the rows in which any of these findings was seen. */
    List<Correlation.Key> naming(Tx tx, AccountRegion scope, Collection<FindingKey> findings);

    /** Some rows of a rule that hold more than what was told last. */
    List<Correlation> active(Tx tx, AccountRegion scope, String ruleId, int limit);

    /** How many findings of the rule are open. */
    int countOpen(Tx tx, AccountRegion scope, String ruleId);

    /** Inserts or replaces these rows, each of which occurs once. */
    void put(Tx tx, AccountRegion scope, Collection<Kept> rows);

    void remove(Tx tx, AccountRegion scope, Collection<Correlation.Key> keys);

    /** Removes all rows. */
    void removeAll(Tx tx, AccountRegion scope);

    /** Removes up to so many rows that expired before the moment, whoever they belong to; answers how many. */
    int removeExpired(Tx tx, Instant moment, int limit);
}
