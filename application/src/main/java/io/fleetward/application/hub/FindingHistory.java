// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Keeps what was changed in each finding, when and by whom; how findings came they tell themselves. */
public interface FindingHistory {
    /** Adds lines to the histories of findings. */
    void append(Tx tx, AccountRegion scope, List<FindingChange> changes);

    /** The changes of one finding within a span of time, the latest first; the keyset is the revision. */
    Page<FindingChange> list(Tx tx, AccountRegion scope, Span span, PageRequest page);

    /** Forgets the histories of these findings. */
    void delete(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** Forgets up to {@code limit} changes made before the moment; answers how many. */
    int deleteBefore(Tx tx, AccountRegion scope, Instant moment, int limit);

    /** The history of one finding between two moments, both included. */
    record Span(FindingKey key, Instant from, Instant to) {
        boolean includes(Instant moment) {
            return !moment.isBefore(from) && !moment.isAfter(to);
        }
    }
}
