// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of events on their way does. */
public abstract class DeliveryStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.123Z");
    private static final TargetLane LANE = lane(HERE, "hook");
    private static final TargetLane OTHER = lane(HERE, "other");

    protected abstract DeliveryStore store();

    private static TargetLane lane(AccountRegion scope, String target) {
        return new TargetLane(new RuleKey(scope, "default", "rule"), target);
    }

    private static QueuedEvent event(String id) {
        return new QueuedEvent(HERE, "default", id, "{\"id\":\"" + id + "\"}", 2, NOW);
    }

    @Test
    void keepsWhenRulesFireNext() {
        var here = new RuleKey(HERE, "default", "tick");
        var there = new RuleKey(THERE, "default", "tick");
        var first = new RuleTimes.Due("rate(1 hour)", NOW);
        var second = new RuleTimes.Due("rate(2 hours)", NOW.plusMillis(1));
        store().transactions().change(tx -> {
            store().times().put(tx, here, first);
            store().times().put(tx, there, first);
            store().times().put(tx, here, second);
            assertThat(store().times().all(tx)).isEqualTo(Map.of(here, second, there, first));
            store().times().remove(tx, there);
            store().times().remove(tx, there);
            assertThat(store().times().all(tx)).isEqualTo(Map.of(here, second));
        });
    }

    @Test
    void queuesEventsInTheirOrder() {
        store().transactions().change(tx -> {
            store().queue().add(tx, List.of(event("one"), event("two")));
            store().queue().add(tx, List.of(event("three")));
        });

        store().transactions().change(tx -> {
            List<QueuedEvents.Placed> first = store().queue().after(tx, 0, 2);
            assertThat(first).extracting(QueuedEvents.Placed::event).containsExactly(event("one"), event("two"));
            store().queue().remove(tx, List.of(first.getFirst().sequence()));
            assertThat(store().queue().after(tx, 0, 5))
                    .extracting(QueuedEvents.Placed::event)
                    .containsExactly(event("two"), event("three"));
            assertThat(store().queue().after(tx, first.getLast().sequence(), 5))
                    .extracting(QueuedEvents.Placed::event)
                    .containsExactly(event("three"));
        });
    }

    @Test
    void deliversLaneByLaneTheLongestDueFirst() {
        store().transactions().change(tx -> {
            store().deliveries().add(tx, Map.of(event("late"), List.of(LANE, OTHER)), NOW.plusSeconds(2));
            store().deliveries().add(tx, Map.of(event("soon"), List.of(LANE)), NOW.plusSeconds(1));
            store().deliveries().add(tx, Map.of(event("never"), List.of(LANE)), NOW.plusSeconds(9));
        });

        store().transactions().change(tx -> {
            assertThat(store().deliveries().due(tx, LANE, NOW, 5)).isEmpty();
            assertThat(store().deliveries().due(tx, LANE, NOW.plusSeconds(2), 5))
                    .extracting(TargetDelivery::event)
                    .containsExactly(event("soon"), event("late"));
            assertThat(store().deliveries().due(tx, LANE, NOW.plusSeconds(2), 1))
                    .hasSize(1);
            assertThat(store().deliveries().nextDue(tx, LANE)).isEqualTo(NOW.plusSeconds(1));
            assertThat(store().deliveries().nextDue(tx, OTHER)).isEqualTo(NOW.plusSeconds(2));
            assertThat(store().deliveries().lanes(tx)).containsExactlyInAnyOrder(LANE, OTHER);
        });
    }

    @Test
    void postponesRemovesAndClears() {
        store().transactions().change(tx -> {
            store().deliveries().add(tx, Map.of(event("one"), List.of(LANE, OTHER)), NOW);
            store().deliveries().add(tx, Map.of(event("two"), List.of(LANE)), NOW);
        });
        store().transactions().change(tx -> {
            List<TargetDelivery> due = store().deliveries().due(tx, LANE, NOW, 5);
            store().deliveries().postpone(tx, due.getFirst(), NOW.plusSeconds(5));
            store().deliveries().remove(tx, List.of(due.getLast().sequence()));
        });

        store().transactions().change(tx -> {
            assertThat(store().deliveries().due(tx, LANE, NOW.plusSeconds(4), 5))
                    .isEmpty();
            assertThat(store().deliveries().due(tx, LANE, NOW.plusSeconds(5), 5))
                    .extracting(TargetDelivery::attempts)
                    .containsExactly(1);
            store().forget(tx, LANE.rule(), LANE.target());
            assertThat(store().deliveries().nextDue(tx, LANE)).isNull();
            assertThat(store().deliveries().nextDue(tx, OTHER)).isEqualTo(NOW);
        });
    }

    @Test
    void keepsTheLastAttemptsOfEachTarget() {
        List<DeliveryAttempt> attempts = IntStream.rangeClosed(1, DeliveryLog.MOST + 3)
                .mapToObj(number ->
                        new DeliveryAttempt("event", number, Result.FAILED, "answered 500", NOW, Duration.ofMillis(7)))
                .toList();
        store().transactions().change(tx -> {
            store().log().add(tx, LANE, attempts.subList(0, 60));
            store().log().add(tx, OTHER, attempts.subList(0, 1));
            store().log().add(tx, LANE, attempts.subList(60, attempts.size()));
        });

        store().transactions().change(tx -> {
            Page<DeliveryAttempt> first = store().log().list(tx, LANE, PageRequest.first(99));
            assertThat(first.items()).startsWith(attempts.getLast()).hasSize(99);
            assertThat(store().log()
                            .list(tx, LANE, new PageRequest(99, first.next()))
                            .items())
                    .containsExactly(attempts.get(3));
            store().log().clear(tx, LANE);
            assertThat(store().log().list(tx, LANE, PageRequest.first(5)).items())
                    .isEmpty();
            assertThat(store().log().list(tx, OTHER, PageRequest.first(5)).items())
                    .containsExactly(attempts.getFirst());
        });
    }

    @Test
    void keepsTheLastFindingsEachTargetWasToldOf() {
        FindingKey finding = finding("one");
        ToldFinding first = told(finding, "e1", Result.DELIVERED);
        ToldFinding second = told(finding, "e2", Result.DEAD);
        store().transactions().change(tx -> {
            store().toldFindings().add(tx, LANE, List.of());
            store().toldFindings().add(tx, LANE, List.of(first, told(finding("two"), "e1", Result.DELIVERED)));
            store().toldFindings().add(tx, OTHER, List.of(second));
            store().toldFindings().add(tx, lane(THERE, "hook"), List.of(second));
        });

        store().transactions().change(tx -> {
            assertThat(store().toldFindings().of(tx, HERE, finding, 5))
                    .containsExactly(new ToldFindings.Placed(OTHER, second), new ToldFindings.Placed(LANE, first));
            assertThat(store().toldFindings().of(tx, HERE, finding, 1))
                    .extracting(ToldFindings.Placed::told)
                    .containsExactly(second);
            assertThat(store().toldFindings().of(tx, HERE, finding("nobody"), 5))
                    .isEmpty();
            List<ToldFinding> others = IntStream.range(1, ToldFindings.MOST)
                    .mapToObj(number -> told(finding("other"), "e" + number, Result.DELIVERED))
                    .toList();
            store().toldFindings().add(tx, LANE, others);
            assertThat(store().toldFindings().of(tx, HERE, finding("two"), 5)).hasSize(1);
            assertThat(store().toldFindings().of(tx, HERE, finding, 5))
                    .as("the oldest of its target goes first")
                    .containsExactly(new ToldFindings.Placed(OTHER, second));
            store().forget(tx, OTHER.rule(), OTHER.target());
            assertThat(store().toldFindings().of(tx, HERE, finding, 5)).isEmpty();
            assertThat(store().toldFindings().of(tx, THERE, finding, 5)).hasSize(1);
        });
    }

    private static FindingKey finding(String id) {
        return new FindingKey("arn:aws:securityhub:us-east-1::product/acme/scanner", id);
    }

    private static ToldFinding told(FindingKey finding, String eventId, Result result) {
        return new ToldFinding(
                finding, eventId, "Security Hub Findings - Imported", NOW, result, "answered 200", NOW.plusMillis(5));
    }

    @Test
    void listsDeadLettersTheLatestFirst() {
        var tooOld =
                new DeadLetter(LANE, "arn:x", event("one"), "TOO_OLD", "too old", "MaximumEventAgeInSeconds", 4, NOW);
        var refused = new DeadLetter(OTHER, "arn:y", event("two"), "HTTP_404", "answered 404", null, 1, NOW);
        store().transactions().change(tx -> store().deadLetters().add(tx, List.of(tooOld, refused)));

        store().transactions().change(tx -> {
            Page<DeadLetter> first = store().deadLetters().list(tx, HERE, PageRequest.first(1));
            assertThat(first.items()).containsExactly(refused);
            assertThat(store().deadLetters()
                            .list(tx, HERE, new PageRequest(1, first.next()))
                            .items())
                    .containsExactly(tooOld);
            assertThat(store().deadLetters()
                            .list(tx, THERE, PageRequest.first(1))
                            .items())
                    .isEmpty();
        });
    }
}
