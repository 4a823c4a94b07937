// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.EventBus;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.events.archive.ReplayAdministration.Order;
import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.delivery.LaneFinder;
import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.rule.FlatPatterns;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Events that are kept, and come once more. */
class ReplayTest {
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/";
    private static final String ARCHIVE = "arn:aws:events:us-east-1:000000000000:archive/";
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/";

    private final EventFixture bus = new EventFixture();
    private final ArchiveStore store = bus.archiveStore;
    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final ArchiveRetention retention = new ArchiveRetention(store, bus.timers, jobs::add, bus.clock);
    private final ArchiveAdministration archives =
            new ArchiveAdministration(store, new FlatPatterns(), retention::sweepOrphans, bus.clock, bus.ids);
    private final ReplayAdministration replays = new ReplayAdministration(store, bus.book, () -> {}, bus.clock);
    private ReplayRunner runner = newRunner();
    private final Instant start = bus.clock.instant();

    private ReplayRunner newRunner() {
        return new ReplayRunner(store, bus.store, new LaneFinder(bus.book), bus.lanes::wake, bus.timers, bus.clock);
    }

    private void runJobs() {
        while (!jobs.isEmpty()) {
            jobs.poll().run();
        }
    }

    private Archive archive(String name, @Nullable String pattern, int days) {
        return archives.create(SCOPE, name, BUS + "default", new ArchiveAdministration.Draft("d", pattern, days));
    }

    private void put(String source, int times) {
        IntStream.range(0, times).forEach(_ -> bus.put(source));
        bus.route();
    }

    private Replay replay(String name, String... filters) {
        return replays.start(
                SCOPE,
                name,
                new Order(null, ARCHIVE + "all", start, start.plusSeconds(3600), BUS + "default", List.of(filters)));
    }

    private Replay after(String name, int steps) {
        IntStream.range(0, steps).forEach(_ -> runner.runAll());
        return replays.describe(SCOPE, name);
    }

    private Size size(String name) {
        return archives.describe(SCOPE, name).size();
    }

    private List<String> replayed() {
        return bus.sent.stream()
                .map(Letter::event)
                .map(event -> event.rule().name() + " "
                        + event.document().path("replay-name").asString(""))
                .toList();
    }

    @Test
    void keepsWhatItsPatternPicksThoughNoRuleListens() {
        archive("all", null, 0);
        archive("fires", "{\"source\":[\"fire\"]}", 0);

        put("fire", 2);
        put("water", 1);

        assertThat(size("all").events()).isEqualTo(3);
        assertThat(size("fires").events()).isEqualTo(2);
        assertThat(size("fires").bytes()).isGreaterThan(100);
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void replaysToTheRulesOfNowUnderTheReplaysNameAndKeepsNothingTwice() {
        archive("all", null, 0);
        put("fire", 250);
        bus.rule("new", "fire", RetryPolicy.STANDARD);
        bus.rule("deaf", "water", RetryPolicy.STANDARD);

        Replay begun = replay("again");
        assertThat(begun.state()).isEqualTo(Replay.State.STARTING);
        assertThat(begun.lastReplayedAt()).isNull();
        Replay half = after("again", 1);
        assertThat(half.state()).isEqualTo(Replay.State.RUNNING);
        assertThat(half.lastReplayedAt()).isEqualTo(start);
        assertThat(bus.sent).hasSize(100);
        Replay done = after("again", 2);

        assertThat(done.state()).isEqualTo(Replay.State.COMPLETED);
        assertThat(done.endedAt()).isNotNull();
        assertThat(replayed()).hasSize(250).containsOnly("new again");
        assertThat(bus.sent.stream()
                        .map(letter -> letter.event().document().path("id").asString()))
                .doesNotHaveDuplicates();
        assertThat(size("all").events()).isEqualTo(250);
    }

    @Test
    void goesOnAfterARestartWhereItWas() {
        archive("all", null, 0);
        put("fire", 150);
        bus.rule("new", "fire", RetryPolicy.STANDARD);
        replay("again");
        after("again", 1);

        runner = newRunner();

        assertThat(after("again", 1).state()).isEqualTo(Replay.State.COMPLETED);
        assertThat(bus.sent).hasSize(150);
    }

    @Test
    void doesNotKeepAReplayedEventThatABusHandsOn() {
        archive("all", null, 0);
        put("fire", 1);
        bus.rule("new", "fire", RetryPolicy.STANDARD);
        replay("again");
        after("again", 1);
        String text = bus.sent.getFirst().event().text();
        bus.transactions.change(
                tx -> bus.queue.put(tx, new QueuedEvent(SCOPE, EventBus.DEFAULT, "x", text, 1, bus.clock.instant())));
        bus.route();

        assertThat(size("all").events()).isOne();
    }

    @Test
    void replaysOnlyToTheRulesThatAreNamed() {
        archive("all", null, 0);
        put("fire", 1);
        bus.rule("one", "fire", RetryPolicy.STANDARD);
        bus.rule("two", "fire", RetryPolicy.STANDARD);

        replay("again", RULE + "two");
        after("again", 1);

        assertThat(replayed()).containsExactly("two again");
    }

    @Test
    void replaysWhatOccurredInTheTime() {
        archive("all", null, 0);
        put("fire", 1);
        bus.clock.advance(Duration.ofHours(2));
        put("fire", 1);
        bus.rule("one", "fire", RetryPolicy.STANDARD);

        replay("again");
        after("again", 1);

        assertThat(bus.sent).hasSize(1);
    }

    @Test
    void stopsWhenItIsCancelledAndOnlyThen() {
        archive("all", null, 0);
        put("fire", 150);
        bus.rule("one", "fire", RetryPolicy.STANDARD);
        replay("again");
        after("again", 1);

        assertThat(replays.cancel(SCOPE, "again").state()).isEqualTo(Replay.State.CANCELLING);
        assertThat(after("again", 1).state()).isEqualTo(Replay.State.CANCELLED);
        assertThat(after("again", 1).state()).isEqualTo(Replay.State.CANCELLED);
        assertThat(bus.sent).hasSize(100);
        refuses("Replay again is not in a valid state for this operation.", () -> replays.cancel(SCOPE, "again"));
    }

    @Test
    void failsWhenItsArchiveIsGoneThoughAnotherHasItsName() {
        archive("all", null, 0);
        put("fire", 150);
        replay("again");
        after("again", 1);
        archives.delete(SCOPE, "all");
        archive("all", null, 0);
        runJobs();

        Replay failed = after("again", 1);

        assertThat(failed.state()).isEqualTo(Replay.State.FAILED);
        assertThat(failed.reason()).isEqualTo("The archive was deleted.");
        assertThat(size("all")).isEqualTo(Size.NONE);
        assertThat(store.transactions().<Integer>write(tx -> store.events().removeOrphans(tx, 9)))
                .isZero();
    }

    @Test
    void forgetsWhatIsTooOldAndWhatThereIsNoRoomFor() {
        archive("all", null, 1);
        archive("forever", null, 0);
        put("fire", 2);
        bus.clock.advance(Duration.ofHours(25));
        put("fire", 1);

        retention.sweep();

        assertThat(size("all").events()).isOne();
        assertThat(size("forever").events()).isEqualTo(3);
        var small = new ArchiveKeeper(store, new Size(2, 10_000));
        var event = new QueuedEvent(SCOPE, EventBus.DEFAULT, "x", "{\"time\":\"never\"}", 0, bus.clock.instant());
        store.transactions().change(tx -> small.keeping(List.of(event)).accept(tx));
        assertThat(size("forever").events()).isEqualTo(2);
    }

    @Test
    void forgetsReplaysAfterNinetyDays() {
        archive("all", null, 0);
        replay("again");
        after("again", 1);
        bus.clock.advance(Duration.ofDays(91));

        retention.start();
        runJobs();

        assertThat(replays.list(SCOPE, new ReplayAdministration.Filter(null, null, null), PageRequest.first(9))
                        .items())
                .isEmpty();
    }

    @Test
    void keepsNoMoreThanItIsToldTo() {
        archive("all", null, 0);
        archives.update(SCOPE, "all", new ArchiveAdministration.Draft(null, "{\"source\":[\"water\"]}", 3));

        put("fire", 1);
        put("water", 1);

        Archive changed = archives.describe(SCOPE, "all").archive();
        assertThat(changed.description()).isEqualTo("d");
        assertThat(changed.retentionDays()).isEqualTo(3);
        assertThat(size("all").events()).isOne();
        archives.delete(SCOPE, "all");
        put("water", 1);
        assertThat(bus.archiveBook.isListening(SCOPE, EventBus.DEFAULT)).isFalse();
    }

    @Test
    void readsItsBookAfterARestart() {
        archive("all", null, 0);
        var book = new ArchiveBook(bus.archives, new FlatPatterns());
        book.load(bus.transactions);

        assertThat(book.isListening(SCOPE, EventBus.DEFAULT)).isTrue();
        assertThat(book.isListening(SCOPE, "other")).isFalse();
        assertThat(book.matching(SCOPE, EventBus.DEFAULT, JsonNodeFactory.instance.objectNode()))
                .hasSize(1);
    }

    @Test
    void refusesWhatCannotBeReplayed() {
        archive("all", null, 0);
        bus.transactions.change(tx -> bus.buses.add(tx, new EventBus(SCOPE, "own", null, start)));
        refuses("Archive all already exists.", () -> archive("all", null, 0));
        refuses("Event pattern is not valid.", () -> archive("odd", "[]", 0));
        refuses(
                "Event bus none does not exist.",
                () -> archives.create(SCOPE, "x", BUS + "none", new ArchiveAdministration.Draft(null, null, null)));
        refuses("Cross event bus replay is not permitted.", () -> start(ARCHIVE + "all", BUS + "own", 9));
        refuses("Must contain an event bus ARN.", () -> start(ARCHIVE + "all", ARCHIVE + "all", 9));
        refuses("Event bus none does not exist.", () -> start(ARCHIVE + "all", BUS + "none", 9));
        refuses(
                "Parameter EventSourceArn is not valid. Reason: Archive none does not exist.",
                () -> start(ARCHIVE + "none", BUS + "default", 9));
        refuses("Must contain an archive ARN.", () -> start("all", BUS + "default", 9));
        refuses("EventStartTime must be before EventEndTime.", () -> start(ARCHIVE + "all", BUS + "default", 0));
        refuses("Destination.FilterArns", () -> replay("again", RULE + "none"));
        replay("again");
        refuses("Replay again already exists.", () -> replay("again"));
        refuses("Replay none does not exist.", () -> replays.describe(SCOPE, "none"));
        IntStream.range(1, ReplayAdministration.MOST_IN_PROGRESS).forEach(i -> replay("r" + i));
        refuses("at most 10 replays in progress", () -> replay("more"));
    }

    private void start(String archive, String to, int seconds) {
        replays.start(SCOPE, "x", new Order(null, archive, start, start.plusSeconds(seconds), to, List.of()));
    }

    private static void refuses(String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ApiException.class).hasMessageContaining(text);
    }
}
