// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history that tests write down. Immutable. */
public record FixedHistory(
        List<PastConnection> past, @Nullable Instant previousRun) implements ConnectionHistory {
    @Override
    public Stream<PastConnection> byPrincipal(TimeSpan span) {
        return in(span).sorted(Comparator.comparing(PastConnection::principalId)
                .thenComparing(PastConnection::connectedAt)
                .thenComparing(PastConnection::clientId));
    }

    @Override
    public Stream<PastConnection> byClient(TimeSpan span) {
        return in(span).sorted(Comparator.comparing(PastConnection::clientId)
                .thenComparing(PastConnection::connectedAt)
                .thenComparing(PastConnection::principalId));
    }

    private Stream<PastConnection> in(TimeSpan span) {
        return past.stream()
                .filter(connection -> connection.connectedAt().isBefore(span.to()))
                .filter(connection ->
                        connection.endedAt() == null || !connection.endedAt().isBefore(span.from()))
                .map(connection -> connection.asOf(span.to()));
    }
}
