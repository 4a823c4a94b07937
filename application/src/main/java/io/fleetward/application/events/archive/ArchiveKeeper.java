// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.events.delivery.EventArchive;
import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.store.Tx;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts events that leave the queue into the archives that want them, and what an archive has no room for out of it.
 *
 * <p>Thread-safe. Deviation: an archive holds at most {@value #MOST_EVENTS} events and {@value #MOST_BYTES} bytes; the
 * oldest go first.
 */
public final class ArchiveKeeper implements EventArchive {
    static final long MOST_EVENTS = 1_000_000;
    static final long MOST_BYTES = 1L << 30;

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveKeeper.class);

    private final ArchiveStore store;
    private final Size most;

    public ArchiveKeeper(ArchiveStore store) {
        this(store, new Size(MOST_EVENTS, MOST_BYTES));
    }

    ArchiveKeeper(ArchiveStore store, Size most) {
        this.store = store;
        this.most = most;
    }

    @Override
    public Consumer<Tx> keeping(List<QueuedEvent> events) {
        var wanted = new LinkedHashMap<Archive, List<ArchivedEvent>>();
        for (QueuedEvent event : events) {
            for (Archive archive : archives(event)) {
                wanted.computeIfAbsent(archive, _ -> new ArrayList<>()).add(archived(event));
            }
        }
        return tx -> wanted.forEach((archive, ofArchive) -> keep(tx, archive, ofArchive));
    }

    private List<Archive> archives(QueuedEvent event) {
        try {
            return store.book().matching(event.scope(), event.bus(), event.document());
        } catch (RuntimeException unmatchable) {
            LOG.atError()
                    .addKeyValue("account", event.scope().account())
                    .addKeyValue("bus", event.bus())
                    .addKeyValue("event", event.id())
                    .setCause(unmatchable)
                    .log("event-not-archived");
            return List.of();
        }
    }

    private static ArchivedEvent archived(QueuedEvent event) {
        return new ArchivedEvent(event.id(), event.text(), occurredAt(event), event.putAt());
    }

    private static Instant occurredAt(QueuedEvent event) {
        try {
            return Instant.parse(event.document().path("time").asString(""));
        } catch (DateTimeException noTime) {
            return event.putAt();
        }
    }

    private void keep(Tx tx, Archive archive, List<ArchivedEvent> events) {
        Size more = Size.NONE;
        for (ArchivedEvent event : events) {
            store.events().add(tx, archive, event);
            more = more.plus(event.size());
        }
        Size size = store.archives().count(tx, archive, more);
        while (size.events() > most.events() || size.bytes() > most.bytes()) {
            Size gone = store.events().removeBefore(tx, archive, Instant.MAX, events.size());
            if (gone.events() == 0) {
                return;
            }
            size = store.archives().count(tx, archive, gone.negated());
        }
    }
}
