// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What archives hold, in memory. Thread-safe. */
public final class InMemoryArchivedEvents implements ArchivedEvents {
    private record Row(String archiveId, Placed placed) {
        ArchivedEvent event() {
            return placed.event();
        }
    }

    private final Archives archives;
    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    public InMemoryArchivedEvents(Archives archives) {
        this.archives = archives;
    }

    @Override
    public void add(Tx tx, Archive archive, ArchivedEvent event) {
        long sequence = last.incrementAndGet();
        rows.put(tx, sequence, new Row(archive.id(), new Placed(new Position(event.occurredAt(), sequence), event)));
    }

    @Override
    public List<Placed> after(Tx tx, String archiveId, Position position, Instant until, int limit) {
        Comparator<Position> order = Comparator.comparing(Position::occurredAt).thenComparingLong(Position::sequence);
        return rows.all(tx).stream()
                .filter(row -> row.archiveId().equals(archiveId))
                .map(Row::placed)
                .filter(placed -> order.compare(placed.position(), position) > 0)
                .filter(placed -> !placed.position().occurredAt().isAfter(until))
                .sorted(Comparator.comparing(Placed::position, order))
                .limit(limit)
                .toList();
    }

    @Override
    public Size removeBefore(Tx tx, Archive archive, Instant putBefore, int limit) {
        List<Row> gone = rows.all(tx).stream()
                .filter(row -> row.archiveId().equals(archive.id()))
                .filter(row -> row.event().putAt().isBefore(putBefore))
                .sorted(Comparator.comparing(row -> row.event().putAt()))
                .limit(limit)
                .toList();
        gone.forEach(row -> rows.remove(tx, row.placed().position().sequence()));
        return gone.stream().map(row -> row.event().size()).reduce(Size.NONE, Size::plus);
    }

    @Override
    public int removeOrphans(Tx tx, int limit) {
        Set<String> known =
                archives.all(tx).stream().map(Holding::archive).map(Archive::id).collect(Collectors.toSet());
        List<Row> gone = rows.all(tx).stream()
                .filter(row -> !known.contains(row.archiveId()))
                .limit(limit)
                .toList();
        gone.forEach(row -> rows.remove(tx, row.placed().position().sequence()));
        return gone.size();
    }
}
