// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.registry.InMemoryPages;
import io.fleetward.application.registry.ScopedKey;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recorded connections in memory. */
public final class InMemoryRecordedConnections implements RecordedConnections {
    private final InMemoryTable<ScopedKey, PastConnection> rows = new InMemoryTable<>();
    private final InMemoryTable<String, Recording> recordings = new InMemoryTable<>();

    private static ScopedKey key(PastConnection connection) {
        return ScopedKey.of(
                connection.scope(),
                connection.clientId(),
                connection.principalId() + " " + connection.connectedAt().toEpochMilli());
    }

    @Override
    public void save(Tx tx, List<PastConnection> connections) {
        connections.forEach(connection -> rows.put(tx, key(connection), connection));
    }

    @Override
    public Page<PastConnection> list(Tx tx, AccountRegion scope, Order order, TimeSpan span, PageRequest page) {
        List<PastConnection> fitting = within(tx, scope, span).toList();
        Comparator<ConnectionOrder> sorting = Comparator.comparing(ConnectionOrder::first)
                .thenComparingLong(ConnectionOrder::connectedAt)
                .thenComparing(ConnectionOrder::second);
        return InMemoryPages.ordered(
                fitting,
                Comparator.comparing(connection -> ConnectionOrder.of(order, connection), sorting),
                connection -> ConnectionOrder.of(order, connection).key(),
                page);
    }

    @Override
    public Page<PastConnection> latest(Tx tx, AccountRegion scope, Selection selection, PageRequest page) {
        List<PastConnection> fitting = within(tx, scope, selection.span())
                .filter(connection ->
                        selection.clientId() == null || connection.clientId().equals(selection.clientId()))
                .filter(connection -> !selection.isOpenOnly() || connection.endedAt() == null)
                .toList();
        return InMemoryPages.ordered(
                fitting,
                Comparator.comparing(PastConnection::connectedAt)
                        .reversed()
                        .thenComparing(PastConnection::clientId)
                        .thenComparing(PastConnection::principalId),
                connection -> ConnectionOrder.of(Order.BY_CLIENT, connection).key(),
                page);
    }

    private Stream<PastConnection> within(Tx tx, AccountRegion scope, TimeSpan span) {
        return rows.all(tx).stream()
                .filter(connection -> connection.scope().equals(scope))
                .filter(connection -> connection.connectedAt().isBefore(span.to()))
                .filter(connection ->
                        connection.endedAt() == null || !connection.endedAt().isBefore(span.from()));
    }

    @Override
    public void endOpen(Tx tx, Instant at) {
        for (PastConnection open : rows.all(tx)) {
            if (open.endedAt() == null) {
                Instant end = at.isBefore(open.connectedAt()) ? open.connectedAt() : at;
                rows.put(
                        tx,
                        key(open),
                        new PastConnection(
                                open.scope(),
                                open.clientId(),
                                open.principalId(),
                                open.connectedAt(),
                                end,
                                null,
                                open.sourceIp()));
            }
        }
    }

    @Override
    public int removeEndedBefore(Tx tx, Instant cutoff, int limit) {
        List<PastConnection> old = rows.all(tx).stream()
                .filter(connection ->
                        connection.endedAt() != null && connection.endedAt().isBefore(cutoff))
                .limit(limit)
                .toList();
        old.forEach(connection -> rows.remove(tx, key(connection)));
        return old.size();
    }

    @Override
    public void trim(Tx tx, AccountRegion scope, int keep) {
        rows.all(tx).stream()
                .filter(connection -> connection.scope().equals(scope))
                .sorted(Comparator.comparing(PastConnection::connectedAt).reversed())
                .skip(keep)
                .forEach(connection -> rows.remove(tx, key(connection)));
    }

    @Override
    public @Nullable Recording recording(Tx tx) {
        return recordings.get(tx, "");
    }

    @Override
    public void putRecording(Tx tx, Recording recording) {
        recordings.put(tx, "", recording);
    }
}
