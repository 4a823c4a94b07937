// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recorded connections of every account. Thread-safe. */
public interface RecordedConnections {
    /** By what connections are sorted first; the time of connecting is second. */
    enum Order {
        BY_PRINCIPAL,
        BY_CLIENT
    }

    /**
     * How long recording has been on. Immutable.
     *
     * @param since when the first process began to record
     * @param seenAt when a process last was seen recording
     */
    record Recording(Instant since, Instant seenAt) {}

    /**
     * Which connections are asked for. Immutable.
     *
     * @param span at some time of which they existed
     * @param clientId whose; null for everybody's
     * @param isOpenOnly whether only those that last
     */
    record Selection(TimeSpan span, @Nullable String clientId, boolean isOpenOnly) {}

    /** Keeps these, each instead of an earlier state of the same connection. */
    void save(Tx tx, List<PastConnection> connections);

    /** The connections that existed at some time of the span; the sort key is {@link ConnectionOrder}'s. */
    Page<PastConnection> list(Tx tx, AccountRegion scope, Order order, TimeSpan span, PageRequest page);

    /** The selected connections, newest first; the sort key is that of {@link Order#BY_CLIENT}. */
    Page<PastConnection> latest(Tx tx, AccountRegion scope, Selection selection, PageRequest page);

    /** Ends every open connection of every account at that time, or when it began if that was later. */
    void endOpen(Tx tx, Instant at);

    /** Forgets up to that many connections, of whatever account, that ended before; answers how many. */
    int removeEndedBefore(Tx tx, Instant cutoff, int limit);

    /** Forgets all but about the newest {@code keep} connections of the account. */
    void trim(Tx tx, AccountRegion scope, int keep);

    /** How long recording has been on, null when it never was. */
    @Nullable
    Recording recording(Tx tx);

    /** Replaces what {@link #recording} answers. */
    void putRecording(Tx tx, Recording recording);
}
