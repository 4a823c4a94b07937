// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the imports of each account and region, and what they created and closed. Thread-safe. */
public interface FindingImportRuns {
    /** Keeps a new run, or what has become of one. */
    void save(Tx tx, AccountRegion scope, FindingImportRun run);

    @Nullable
    FindingImportRun find(Tx tx, AccountRegion scope, String id);

    /** The runs, the latest first. */
    Page<FindingImportRun> list(Tx tx, AccountRegion scope, PageRequest page);

    /** Keeps what a run did to findings, each of which occurs once; what it did to one before is forgotten. */
    void note(Tx tx, AccountRegion scope, String id, Collection<FindingImportRun.Entry> entries);

    /** What a run did, in the order of the findings' fingerprints, which are the keyset. */
    Page<FindingImportRun.Entry> entries(Tx tx, AccountRegion scope, String id, PageRequest page);

    /** The revisions that the runs left behind which closed these findings last, as far as any did. */
    Map<FindingKey, Long> closings(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** Forgets up to so many runs that started before the moment, and what they did. */
    void deleteBefore(Tx tx, AccountRegion scope, Instant moment, int limit);
}
