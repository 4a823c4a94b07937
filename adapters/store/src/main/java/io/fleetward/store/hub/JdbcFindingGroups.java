// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.FindingGroups;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import java.util.Collection;
import java.util.List;

/** Counts over the tables {@code finding}, {@code finding_kind} and {@code finding_resource}. Thread-safe. */
public final class JdbcFindingGroups implements FindingGroups {
    /** What different values may take in memory, about. */
    private static final long MOST_CHARACTERS = 64L << 20;

    private final long mostCharacters;

    public JdbcFindingGroups() {
        this(MOST_CHARACTERS);
    }

    JdbcFindingGroups(long mostCharacters) {
        this.mostCharacters = mostCharacters;
    }

    @Override
    public List<FindingGroup> largest(Tx tx, Collection<AccountRegion> owners, Question question) {
        return FindingCount.of(SqlTx.dsl(tx), List.copyOf(owners), question).largest(mostCharacters);
    }
}
