// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the findings of each account and region, their owner. */
public interface Findings {
    /** The findings with these keys, as far as there are any. */
    Map<FindingKey, StoredFinding> find(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** The finding with this key, or null. */
    default @Nullable StoredFinding find(Tx tx, AccountRegion scope, FindingKey key) {
        return find(tx, scope, List.of(key)).get(key);
    }

    /** The findings with these keys of any of these owners, as far as there are any; owners without are left out. */
    Map<AccountRegion, Map<FindingKey, StoredFinding>> find(
            Tx tx, Collection<AccountRegion> owners, Collection<FindingKey> keys);

    /** The revisions of the findings with these keys, as far as there are any. */
    Map<FindingKey, Long> revisions(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /**
     * What creates or replaces these findings in a transaction, each of which occurs once. Better called outside of the
     * transaction, because it takes its time.
     */
    Consumer<Tx> saving(AccountRegion scope, Collection<StoredFinding> findings);

    /** Creates or replaces these findings, each of which occurs once. */
    default void save(Tx tx, AccountRegion scope, Collection<StoredFinding> findings) {
        saving(scope, findings).accept(tx);
    }

    /**
     * The findings of these owners that the query's filter matches, in its order across all of them.
     *
     * <p>The keyset is the place in that order ({@link io.fleetward.hub.filter.SortPosition}). A page may hold fewer
     * findings than asked for, even none, and still name a next one: a store looks at a bounded number of findings at a
     * time.
     *
     * @throws io.fleetward.application.store.OutOfPatienceException when that takes longer than the query's patience
     */
    Page<OwnedFinding> search(Tx tx, Collection<AccountRegion> owners, FindingQuery query, PageRequest page);

    /** The same of one owner. */
    default Page<Finding> search(Tx tx, AccountRegion owner, FindingQuery query, PageRequest page) {
        return search(tx, List.of(owner), query, page).map(OwnedFinding::finding);
    }

    /** Some keys of findings in this state that were last imported before the moment. */
    List<FindingKey> processedBefore(Tx tx, Processed query, int limit);

    /** Deletes the findings with these keys. */
    void delete(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** Findings of a scope whose last import in this state is long ago. */
    record Processed(AccountRegion scope, RecordState state, Instant before) {}
}
