// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.delivery.DeliveryAttempt.Result;
import io.fleetward.application.events.delivery.SendOutcome.Delivered;
import io.fleetward.application.events.delivery.SendOutcome.Failed;
import io.fleetward.application.events.delivery.SendOutcome.Refused;
import io.fleetward.application.events.delivery.TargetTrials.Which;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The way of events from the bus to targets. */
class EventDeliveryTest {
    private static final String PRODUCT = "arn:aws:securityhub:us-east-1::product/acme/scanner";
    private static final Which HOOK = new Which(null, "alarms", "hook");

    private final EventFixture bus = new EventFixture();

    private List<DeliveryAttempt> attempts() {
        return bus.trials.attempts(SCOPE, HOOK, PageRequest.first(100)).items();
    }

    private List<DeadLetter> dead() {
        return bus.trials.deadLetters(SCOPE, PageRequest.first(100)).items();
    }

    private boolean isQueueEmpty() {
        return bus.transactions.read(tx -> bus.store.queue().after(tx, 0, 1)).isEmpty();
    }

    private boolean isSomethingWaiting() {
        return !bus.transactions.read(tx -> bus.store.deliveries().lanes(tx)).isEmpty();
    }

    @Test
    void deliversWhatTheRulePicks() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        String id = bus.put("fire");
        bus.put("water");
        bus.router.routeAll();

        assertThat(bus.sent).hasSize(1);
        assertThat(bus.sent.getFirst().text())
                .isEqualTo("{\"version\":\"0\",\"id\":\"" + id
                        + "\",\"detail-type\":\"Something\",\"source\":\"fire\",\"account\":\"000000000000\","
                        + "\"time\":\"2026-06-01T00:00:00Z\",\"region\":\"us-east-1\",\"resources\":[],"
                        + "\"detail\":{\"n\":1}}");
        assertThat(attempts())
                .extracting(DeliveryAttempt::result, DeliveryAttempt::number)
                .containsExactly(tuple(Result.DELIVERED, 1));
        assertThat(isQueueEmpty()).isTrue();
        assertThat(isSomethingWaiting()).isFalse();
    }

    @Test
    void keepsNothingWhenNoRuleListens() {
        bus.put("fire");
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.rules.enable(SCOPE, null, "alarms", false);
        bus.put("fire");

        assertThat(isQueueEmpty()).isTrue();
        assertThat(bus.queue.isHeard(SCOPE)).isFalse();
    }

    @Test
    void losesNothingOfATargetThatIsDownForAnHour() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.behavior = letter -> new Failed("UNREACHABLE", "nobody there");
        for (int minute = 0; minute < 60; minute++) {
            bus.put("fire");
            bus.router.routeAll();
            bus.timers.advance(Duration.ofMinutes(1));
        }
        assertThat(dead()).isEmpty();
        assertThat(bus.sent).as("a target that is down is tried seldom").hasSizeLessThan(200);

        bus.behavior = letter -> new Delivered("ok");
        bus.sent.clear();
        bus.timers.advance(Duration.ofMinutes(11));

        assertThat(bus.sent.stream().map(letter -> letter.event().text()).distinct())
                .hasSize(60);
        assertThat(isSomethingWaiting()).isFalse();
    }

    @Test
    void oneTargetDoesNotHoldUpAnother() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.rule("other", "fire", RetryPolicy.STANDARD);
        bus.behavior = letter -> letter.event().rule().name().equals("alarms")
                ? new Failed("UNREACHABLE", "nobody there")
                : new Delivered("ok");
        IntStream.range(0, 50).forEach(_ -> bus.put("fire"));
        bus.router.routeAll();

        assertThat(bus.sent.stream()
                        .filter(letter -> letter.event().rule().name().equals("other")))
                .hasSize(50);
    }

    @Test
    void oneEventThatIsNotTakenDoesNotHoldUpTheOthers() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        String poison = bus.put("fire");
        bus.behavior =
                letter -> letter.text().contains(poison) ? new Failed("HTTP_500", "answered 500") : new Delivered("ok");
        bus.router.routeAll();
        bus.put("fire");
        bus.router.routeAll();
        bus.timers.advance(Duration.ofSeconds(3));

        assertThat(attempts()).extracting(DeliveryAttempt::result).contains(Result.DELIVERED);
        assertThat(isSomethingWaiting()).isTrue();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        bus.rule("alarms", "fire", new RetryPolicy(2, Duration.ofHours(24)));
        bus.behavior = letter -> new Failed("HTTP_500", "answered 500");
        bus.put("fire");
        bus.router.routeAll();
        bus.timers.advance(Duration.ofMinutes(5));

        assertThat(bus.sent).hasSize(3);
        assertThat(dead()).singleElement().satisfies(letter -> {
            assertThat(letter.exhausted()).isEqualTo("MaximumRetryAttempts");
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.code()).isEqualTo("HTTP_500");
        });
        assertThat(attempts())
                .extracting(DeliveryAttempt::result)
                .containsExactly(Result.DEAD, Result.FAILED, Result.FAILED);
        assertThat(isSomethingWaiting()).isFalse();
    }

    @Test
    void givesUpWhatBecameTooOld() {
        bus.rule("alarms", "fire", new RetryPolicy(185, Duration.ofMinutes(1)));
        bus.behavior = letter -> new Failed("HTTP_500", "answered 500");
        bus.put("fire");
        bus.router.routeAll();
        bus.timers.advance(Duration.ofMinutes(5));

        assertThat(dead()).singleElement().satisfies(letter -> {
            assertThat(letter.exhausted()).isEqualTo("MaximumEventAgeInSeconds");
            assertThat(letter.code()).isEqualTo("EVENT_TOO_OLD");
        });
        assertThat(attempts().getFirst().number()).isZero();
    }

    @Test
    void givesUpAtOnceWhatTheTargetRefusesForGood() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.behavior = letter -> new Refused("HTTP_404", "answered 404");
        bus.put("fire");
        bus.router.routeAll();

        assertThat(dead())
                .singleElement()
                .satisfies(letter -> assertThat(letter.exhausted()).isNull());
    }

    @Test
    void triesAgainWhatFailedWithinTheServer() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.behavior = letter -> {
            throw new IllegalStateException("broken");
        };
        bus.put("fire");
        bus.router.routeAll();
        bus.behavior = letter -> new Delivered("ok");
        bus.timers.advance(Duration.ofSeconds(2));

        assertThat(attempts())
                .extracting(DeliveryAttempt::detail)
                .containsExactly("ok", "INTERNAL_ERROR: the server could not send it");
    }

    @Test
    void notesOfWhichFindingsATargetWasTold() {
        bus.rule("alarms", "aws.securityhub", new RetryPolicy(1, Duration.ofHours(24)));
        bus.behavior = letter -> new Failed("HTTP_500", "answered 500");
        String lost = putFindings("a");
        bus.router.routeAll();
        assertThat(told("a")).as("while it is still tried").isEmpty();
        bus.timers.advance(Duration.ofMinutes(5));
        bus.behavior = letter -> new Delivered("answered 200");
        String delivered = putFindings("a", "b");
        bus.router.routeAll();

        assertThat(told("a"))
                .extracting(ToldFinding::eventId, ToldFinding::result, ToldFinding::detail)
                .containsExactly(
                        tuple(delivered, Result.DELIVERED, "answered 200"),
                        tuple(lost, Result.DEAD, "HTTP_500: answered 500"));
        assertThat(told("b"))
                .extracting(ToldFinding::eventType, ToldFinding::putAt)
                .containsExactly(tuple("Security Hub Findings - Imported", bus.clock.instant()));
    }

    @Test
    void believesOnlyTheHubWhatFindingsAnEventTellsOf() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        var entry = new EventPublishing.Entry(
                null,
                "fire",
                List.of(),
                "Security Hub Findings - Imported",
                findings("a").toString(),
                null);
        bus.publishing.put(SCOPE, List.of(entry));
        bus.router.routeAll();

        assertThat(bus.sent).hasSize(1);
        assertThat(told("a")).isEmpty();
    }

    /** Puts an event as the hub does; answers its id. */
    private String putFindings(String... ids) {
        var event = new BusEvent(
                "aws.securityhub", "Security Hub Findings - Imported", bus.clock.instant(), List.of(), findings(ids));
        bus.transactions.change(tx -> bus.queue.putting(SCOPE, List.of(event)).accept(tx));
        return bus.transactions
                .read(tx -> bus.store.queue().after(tx, 0, 1))
                .getFirst()
                .event()
                .id();
    }

    private static ObjectNode findings(String... ids) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = detail.putArray("findings");
        for (String id : ids) {
            findings.addObject().put("ProductArn", PRODUCT).put("Id", id);
        }
        return detail;
    }

    private List<ToldFinding> told(String id) {
        return bus
                .transactions
                .read(tx -> bus.store.toldFindings().of(tx, SCOPE, new FindingKey(PRODUCT, id), 10))
                .stream()
                .map(ToldFindings.Placed::told)
                .toList();
    }

    @Test
    void forgetsWhatWaitsForARemovedTarget() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.behavior = letter -> new Failed("HTTP_500", "answered 500");
        bus.put("fire");
        bus.router.routeAll();
        assertThat(bus.targets.remove(SCOPE, null, "alarms", List.of("hook", "nobody")))
                .containsExactly("nobody");

        assertThat(isSomethingWaiting()).isFalse();
    }

    @Test
    void dropsWhatWasRoutedToATargetThatIsGone() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        var lane = new TargetLane(new RuleKey(SCOPE, "default", "gone"), "hook");
        var event = new QueuedEvent(SCOPE, "default", "id", "{}", 0, bus.clock.instant());
        bus.transactions.change(
                tx -> bus.store.deliveries().add(tx, Map.of(event, List.of(lane)), bus.clock.instant()));
        bus.lanes.start();

        assertThat(isSomethingWaiting()).isFalse();
        assertThat(bus.sent).isEmpty();
    }

    @Test
    void goesOnWithWhatAnEarlierProcessLeft() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.put("fire");
        var event = new QueuedEvent(SCOPE, "default", "id", "{}", 0, bus.clock.instant());
        var lane = new TargetLane(new RuleKey(SCOPE, "default", "alarms"), "hook");
        bus.transactions.change(
                tx -> bus.store.deliveries().add(tx, Map.of(event, List.of(lane)), bus.clock.instant()));

        bus.lanes.start();
        bus.router.routeAll();

        assertThat(bus.sent).hasSize(2);
    }

    @Test
    void leavesForTheNextStartWhatComesWhileItStops() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.lanes.close();
        bus.put("fire");
        bus.router.routeAll();

        assertThat(bus.sent).isEmpty();
        assertThat(isSomethingWaiting()).isTrue();
    }

    @Test
    void triesATargetOnDemand() {
        bus.rule("alarms", "fire", RetryPolicy.STANDARD);
        bus.behavior = letter -> new Refused("HTTP_404", "answered 404");

        assertThat(bus.trials.run(SCOPE, HOOK, "{\"x\":1}").sent()).isEqualTo("{\"x\":1}");
        assertThat(bus.trials.run(SCOPE, HOOK, null).outcome()).isEqualTo(new Refused("HTTP_404", "answered 404"));
        assertThat(bus.sent.getLast().text()).contains("Target Test");
        assertThatThrownBy(() -> bus.trials.run(SCOPE, HOOK, "[]")).hasMessage("event must be a JSON object");
        assertThatThrownBy(() -> bus.trials.run(SCOPE, HOOK, "{")).hasMessage("event is not valid JSON");
        assertThatThrownBy(() -> bus.trials.run(SCOPE, new Which(null, "alarms", "nobody"), null))
                .hasMessage("Target nobody of rule alarms does not exist.");
        assertThat(attempts()).isEmpty();
    }
}
