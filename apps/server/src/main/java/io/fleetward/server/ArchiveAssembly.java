// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.events.EventBuses;
import io.fleetward.application.events.archive.ArchiveAdministration;
import io.fleetward.application.events.archive.ArchiveBook;
import io.fleetward.application.events.archive.ArchiveRetention;
import io.fleetward.application.events.archive.ArchiveStore;
import io.fleetward.application.events.archive.ReplayAdministration;
import io.fleetward.application.events.archive.ReplayRunner;
import io.fleetward.application.events.delivery.DeliveryStore;
import io.fleetward.application.events.delivery.LaneFinder;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.rule.PatternLanguage;
import io.fleetward.store.events.JdbcArchivedEvents;
import io.fleetward.store.events.JdbcArchives;
import io.fleetward.store.events.JdbcReplays;
import java.util.function.Consumer;

/** Archives of events and their replays. */
record ArchiveAssembly(
        ArchiveAdministration archives, ReplayAdministration replays, ReplayRunner runner, ArchiveRetention retention)
        implements AutoCloseable {
    static ArchiveStore store(StoreAssembly store, EventBuses buses, PatternLanguage patterns) {
        var archives = new JdbcArchives();
        var book = new ArchiveBook(archives, patterns);
        book.load(store.state());
        return new ArchiveStore(store.state(), buses, archives, new JdbcArchivedEvents(), new JdbcReplays(), book);
    }

    static ArchiveAssembly of(
            Foundation foundation,
            ArchiveStore kept,
            PatternLanguage patterns,
            DeliveryStore ways,
            LaneFinder finder,
            Consumer<TargetLane> wakeLane) {
        var runner = new ReplayRunner(kept, ways, finder, wakeLane, foundation.timers(), foundation.clock());
        var retention = new ArchiveRetention(kept, foundation.timers(), foundation.background(), foundation.clock());
        return new ArchiveAssembly(
                new ArchiveAdministration(
                        kept, patterns, retention::sweepOrphans, foundation.clock(), foundation.requestIds()),
                new ReplayAdministration(kept, finder.book(), runner::wake, foundation.clock()),
                runner,
                retention);
    }

    /** Begins, first with replays that an earlier process left. */
    void start() {
        runner.start();
        retention.start();
    }

    @Override
    public void close() {
        runner.close();
    }
}
