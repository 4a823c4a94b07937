// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was connected to the broker (audit, device certificate shared).
 *
 * <p>Holds nothing: streams read while they are used, once. Connections appear as they looked at the end of the span.
 */
public interface ConnectionHistory {
    /** Whoever was connected in the span, principal after principal, the connections of each oldest first. */
    Stream<PastConnection> byPrincipal(TimeSpan span);

    /** Whoever was connected in the span, client id after client id, the connections of each oldest first. */
    Stream<PastConnection> byClient(TimeSpan span);

    /** When the schedule that runs now ran before; null when it never did, or when no schedule runs. */
    @Nullable
    Instant previousRun();

    /** Nobody was connected. Immutable. */
    record Empty(@Nullable Instant previousRun) implements ConnectionHistory {
        @Override
        public Stream<PastConnection> byPrincipal(TimeSpan span) {
            return Stream.empty();
        }

        @Override
        public Stream<PastConnection> byClient(TimeSpan span) {
            return Stream.empty();
        }
    }
}
