// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.events.archive.ArchivedEvents.Placed;
import io.fleetward.application.events.archive.ArchivedEvents.Position;
import io.fleetward.application.events.archive.Replay.State;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of archives and replays does. */
public abstract class ArchiveStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");
    private static final Instant START = Instant.parse("2026-06-01T10:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract Archives archives();

    protected abstract ArchivedEvents events();

    protected abstract Replays replays();

    private static Archive archive(AccountRegion scope, String name, String id) {
        return new Archive(scope, id, name, "default", "all", "{\"source\":[\"fire\"]}", 7, START);
    }

    private static ArchivedEvent event(String id, int occurred, int put) {
        return new ArchivedEvent(id, "{\"id\":\"ü\"}", START.plusSeconds(occurred), START.plusSeconds(put));
    }

    private static Replay replay(AccountRegion scope, String name, State state, @Nullable Instant endedAt) {
        return new Replay(
                scope,
                name,
                "again",
                "a",
                "id",
                "default",
                List.of("arn:1", "arn:2"),
                START,
                START.plusSeconds(9),
                state,
                state == State.FAILED ? "no archive" : null,
                new Position(START, 4),
                START.plusSeconds(1),
                endedAt);
    }

    private List<String> ids(String archiveId, Position position, int until, int limit) {
        return transactions()
                .<List<Placed>>read(tx -> events().after(tx, archiveId, position, START.plusSeconds(until), limit))
                .stream()
                .map(placed -> placed.event().id())
                .toList();
    }

    @Test
    void keepsArchivesOfEachAccount() {
        Archive second = archive(HERE, "b", "1");
        var first = new Archive(HERE, "2", "a", "own", null, null, 0, START);
        transactions().change(tx -> {
            archives().put(tx, second);
            archives().put(tx, first);
            archives().put(tx, archive(THERE, "a", "3"));
        });

        transactions().change(tx -> {
            assertThat(archives().find(tx, HERE, "a")).isEqualTo(new Holding(first, Size.NONE));
            assertThat(archives().find(tx, HERE, "c")).isNull();
            assertThat(archives().all(tx, HERE).stream().map(Holding::archive)).containsExactly(first, second);
            assertThat(archives().all(tx)).hasSize(3);
        });
    }

    @Test
    void replacesWhatAnArchiveSaysOfItselfAndNotWhatItHolds() {
        Archive known = archive(HERE, "a", "1");
        var changed = new Archive(HERE, "1", "a", "default", "less", null, 1, START);
        transactions().change(tx -> {
            archives().put(tx, known);
            assertThat(archives().count(tx, known, new Size(3, 30))).isEqualTo(new Size(3, 30));
            assertThat(archives().count(tx, known, new Size(-1, -10))).isEqualTo(new Size(2, 20));
            archives().put(tx, changed);
            assertThat(archives().find(tx, HERE, "a")).isEqualTo(new Holding(changed, new Size(2, 20)));
            archives().remove(tx, archive(HERE, "a", "other"));
            assertThat(archives().find(tx, HERE, "a")).isNotNull();
            archives().remove(tx, known);
            assertThat(archives().find(tx, HERE, "a")).isNull();
            assertThat(archives().count(tx, known, new Size(1, 1))).isEqualTo(Size.NONE);
        });
    }

    @Test
    void goesThroughAnArchiveInTheOrderInWhichThingsHappened() {
        Archive mine = archive(HERE, "a", "1");
        transactions().change(tx -> {
            archives().put(tx, mine);
            events().add(tx, mine, event("late", 5, 1));
            events().add(tx, mine, event("early", 1, 2));
            events().add(tx, mine, event("early too", 1, 3));
            events().add(tx, mine, event("too early", 0, 4));
            events().add(tx, mine, event("too late", 6, 5));
            events().add(tx, archive(THERE, "a", "2"), event("elsewhere", 3, 6));
        });

        var before = Position.before(START.plusSeconds(1));
        assertThat(ids("1", before, 5, 9)).containsExactly("early", "early too", "late");
        List<Placed> first = transactions().read(tx -> events().after(tx, "1", before, START.plusSeconds(5), 1));
        assertThat(first.getFirst().event()).isEqualTo(event("early", 1, 2));
        assertThat(ids("1", first.getFirst().position(), 5, 9)).containsExactly("early too", "late");
        assertThat(ids("3", before, 5, 9)).isEmpty();
    }

    @Test
    void forgetsTheOldestAndWhatNobodyOwns() {
        Archive mine = archive(HERE, "a", "1");
        transactions().change(tx -> {
            archives().put(tx, mine);
            events().add(tx, mine, event("third", 0, 3));
            events().add(tx, mine, event("first", 1, 1));
            events().add(tx, mine, event("second", 2, 2));
            events().add(tx, archive(HERE, "gone", "2"), event("orphan", 0, 0));
        });
        long bytes = event("x", 0, 0).size().bytes();

        assertThat(transactions().<Size>write(tx -> events().removeBefore(tx, mine, START.plusSeconds(3), 1)))
                .isEqualTo(new Size(1, bytes));
        assertThat(ids("1", Position.before(START), 9, 9)).containsExactly("third", "second");
        assertThat(transactions().<Size>write(tx -> events().removeBefore(tx, mine, START.plusSeconds(3), 9)))
                .isEqualTo(new Size(1, bytes));
        assertThat(transactions().<Size>write(tx -> events().removeBefore(tx, mine, Instant.MAX, 9)))
                .isEqualTo(new Size(1, bytes));
        assertThat(transactions().<Size>write(tx -> events().removeBefore(tx, mine, Instant.MAX, 9)))
                .isEqualTo(Size.NONE);
        assertThat(transactions().<Integer>write(tx -> events().removeOrphans(tx, 9)))
                .isOne();
        assertThat(transactions().<Integer>write(tx -> events().removeOrphans(tx, 9)))
                .isZero();
    }

    @Test
    void keepsReplaysAndKnowsThoseInProgress() {
        Replay starting = replay(HERE, "a", State.STARTING, null);
        Replay failed = replay(HERE, "b", State.FAILED, START);
        Replay cancelling = replay(THERE, "a", State.CANCELLING, null);
        transactions().change(tx -> {
            replays().put(tx, failed);
            replays().put(tx, starting);
            replays().put(tx, cancelling);
        });

        transactions().change(tx -> {
            assertThat(replays().find(tx, HERE, "a")).isEqualTo(starting);
            assertThat(replays().find(tx, HERE, "c")).isNull();
            assertThat(replays().all(tx, HERE)).containsExactly(starting, failed);
            assertThat(replays().inProgress(tx)).containsExactlyInAnyOrder(starting, cancelling);
            Replay moved = starting.at(new Position(START.plusSeconds(2), 7));
            replays().put(tx, moved);
            assertThat(replays().find(tx, HERE, "a")).isEqualTo(moved);
        });
    }

    @Test
    void forgetsReplaysThatEndedLongAgo() {
        transactions().change(tx -> {
            replays().put(tx, replay(HERE, "a", State.COMPLETED, START));
            replays().put(tx, replay(HERE, "b", State.CANCELLED, START));
            replays().put(tx, replay(HERE, "c", State.COMPLETED, START.plus(Duration.ofDays(1))));
            replays().put(tx, replay(HERE, "d", State.RUNNING, null));
        });

        Instant cutoff = START.plusSeconds(1);
        assertThat(transactions().<Integer>write(tx -> replays().removeEndedBefore(tx, cutoff, 1)))
                .isOne();
        assertThat(transactions().<Integer>write(tx -> replays().removeEndedBefore(tx, cutoff, 9)))
                .isOne();
        assertThat(names()).containsExactly("c", "d");
    }

    private List<String> names() {
        return transactions().<List<Replay>>read(tx -> replays().all(tx, HERE)).stream()
                .map(Replay::name)
                .toList();
    }
}
