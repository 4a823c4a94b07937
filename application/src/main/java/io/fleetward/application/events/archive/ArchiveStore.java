// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.EventBuses;
import io.fleetward.application.store.Transactions;

/** Everything that is kept of archives and replays, and the transactions to work in. Thread-safe. */
public record ArchiveStore(
        Transactions transactions,
        EventBuses buses,
        Archives archives,
        ArchivedEvents events,
        Replays replays,
        ArchiveBook book) {}
