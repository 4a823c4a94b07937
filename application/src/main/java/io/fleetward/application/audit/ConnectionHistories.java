// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.view.ConnectionHistory;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was recorded of connections to the broker, for audits. Thread-safe. */
public interface ConnectionHistories {
    /** Nobody ever connects. */
    ConnectionHistories NONE = new ConnectionHistories() {
        @Override
        public Instant readyAt() {
            return Instant.MIN;
        }

        @Override
        public ConnectionHistory of(AccountRegion scope, @Nullable Instant previousRun) {
            return new ConnectionHistory.Empty(previousRun);
        }
    };

    /** From when on enough will have been recorded to be judged. */
    Instant readyAt();

    /**
     * The history of an account.
     *
     * @param previousRun when the schedule that runs now ran before, null for none
     */
    ConnectionHistory of(AccountRegion scope, @Nullable Instant previousRun);
}
