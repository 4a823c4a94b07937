// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.audit.ConnectionHistories;
import io.fleetward.application.audit.connection.RecordedConnections.Order;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.TimeSpan;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The histories that the recorder wrote. Thread-safe; a history is read a page at a time. */
public final class RecordedHistories implements ConnectionHistories {
    private static final int PAGE = 1_000;

    private final Transactions transactions;
    private final RecordedConnections connections;
    private final ConnectionRecorder recorder;
    private final Duration collection;

    /** @param collection how long recording has to have been on before it is judged */
    public RecordedHistories(
            Transactions transactions,
            RecordedConnections connections,
            ConnectionRecorder recorder,
            Duration collection) {
        this.transactions = transactions;
        this.connections = connections;
        this.recorder = recorder;
        this.collection = collection;
    }

    @Override
    public Instant readyAt() {
        return recorder.since().plus(collection);
    }

    @Override
    public ConnectionHistory of(AccountRegion scope, @Nullable Instant previousRun) {
        return new Recorded(scope, previousRun);
    }

    private final class Recorded implements ConnectionHistory {
        private final AccountRegion scope;
        private final @Nullable Instant previousRun;

        Recorded(AccountRegion scope, @Nullable Instant previousRun) {
            this.scope = scope;
            this.previousRun = previousRun;
        }

        @Override
        public Stream<PastConnection> byPrincipal(TimeSpan span) {
            return stream(Order.BY_PRINCIPAL, span);
        }

        @Override
        public Stream<PastConnection> byClient(TimeSpan span) {
            return stream(Order.BY_CLIENT, span);
        }

        @Override
        public @Nullable Instant previousRun() {
            return previousRun;
        }

        private Stream<PastConnection> stream(Order order, TimeSpan span) {
            recorder.settle();
            return Stream.iterate(
                            page(order, span, PageRequest.first(PAGE)),
                            page -> !page.items().isEmpty(),
                            page -> after(order, span, page))
                    .flatMap(page -> page.items().stream())
                    .map(connection -> connection.asOf(span.to()));
        }

        private Page<PastConnection> after(Order order, TimeSpan span, Page<PastConnection> page) {
            return page.next() == null
                    ? new Page<>(List.of(), null)
                    : page(order, span, new PageRequest(PAGE, page.next()));
        }

        private Page<PastConnection> page(Order order, TimeSpan span, PageRequest request) {
            return transactions.read(tx -> connections.list(tx, scope, order, span, request));
        }
    }
}
