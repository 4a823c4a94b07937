// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import static io.fleetward.application.detect.ViolationBuilder.HERE;
import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.Violations.EventQuery;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.CriteriaType;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.training.AlarmSpells.Spell;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Violations} promises. */
public abstract class ViolationsContract extends DetectStoreContract {
    private static final AccountRegion THERE = AccountRegion.of("111122223333", "us-east-1");
    private static final Instant START = Instant.parse("2026-06-01T00:00:00.123Z");
    private static final Verification BENIGN = new Verification(VerificationState.BENIGN_POSITIVE, "load test");

    protected abstract Violations violations();

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private void raise(ViolationBuilder... raised) {
        change(tx -> List.of(raised).forEach(builder -> violations().raise(tx, builder.build())));
    }

    private void append(ViolationEvent... events) {
        change(tx -> List.of(events).forEach(event -> violations().append(tx, event)));
    }

    private @Nullable ViolationRecord find(String id) {
        return find(HERE, id);
    }

    private @Nullable ViolationRecord find(AccountRegion scope, String id) {
        return transactions().read(tx -> violations().find(tx, scope, id));
    }

    private List<String> active(ViolationFilter filter) {
        return transactions().read(tx -> violations().active(tx, HERE, filter, PageRequest.first(100))).items().stream()
                .map(record -> record.violation().id())
                .toList();
    }

    private void end(ViolationBuilder violation, Instant when) {
        change(tx -> violations().end(tx, violation.build(), when));
    }

    private List<String> events(EventQuery query) {
        return transactions().read(tx -> violations().events(tx, HERE, query, PageRequest.first(100))).items().stream()
                .map(record -> record.violationId() + " " + record.type().wireName())
                .toList();
    }

    private static EventQuery query(ViolationFilter filter) {
        return new EventQuery(at(0), at(1000), filter);
    }

    @Test
    void keepsByWhatAnAlarmWasRaised() {
        Instant from = at(0);
        Instant to = at(300);
        Violation window = aViolation("a")
                .raisedBy(new Evidence(
                        new MetricValue.Count(100), from, to, new Threshold(Statistic.P99_9, 90.5, 12_000)))
                .build();
        Violation report = aViolation("b")
                .raisedBy(new Evidence(new MetricValue.Ports(List.of(22)), to, to, null))
                .build();
        change(tx -> {
            violations().raise(tx, window);
            violations().raise(tx, report);
        });

        assertThat(find("a")).isEqualTo(new ViolationRecord(window, true, Verification.NONE, window.startedAt()));
        assertThat(find("b")).isEqualTo(new ViolationRecord(report, true, Verification.NONE, report.startedAt()));
    }

    @Test
    void keepsWhatAModelExpected() {
        var judgement = new Judgement(
                2.5e-7, 900, 10.5, 90, at(300), Judgement.Source.HOUR_OF_WEEK, Judgement.Cause.SUSTAINED_HIGH, 0.75, 1);
        Violation learned = aViolation("a")
                .of(aBehavior("usual").on("aws:num-disconnects").learns(ConfidenceLevel.MEDIUM))
                .raisedBy(new Evidence(new MetricValue.Count(900), at(0), at(300), new Expectation(judgement, 7)))
                .build();
        change(tx -> violations().raise(tx, learned));

        assertThat(find("a")).isEqualTo(new ViolationRecord(learned, true, Verification.NONE, learned.startedAt()));
    }

    @Test
    void tellsWhenDevicesWereInAlarmForALearnedBehavior() {
        var usual = aBehavior("usual").on("aws:num-disconnects").learns(ConfidenceLevel.HIGH);
        var inARow = aBehavior("usual")
                .on("aws:num-disconnects")
                .learns(ConfidenceLevel.HIGH)
                .alarmsAfter(3);
        raise(
                aViolation("early").of(usual).startedAt(at(1)),
                aViolation("ended").of(usual).by("valve").startedAt(at(50)),
                aViolation("lasting")
                        .of(inARow)
                        .by("probe")
                        .unregistered()
                        .startedAt(at(60))
                        .raisedBy(new Evidence(new MetricValue.Count(9), at(55), at(60), null)),
                aViolation("other").of(aBehavior("rare").learns(ConfidenceLevel.HIGH)),
                aViolation("fixed").of(aBehavior("usual")).by("fan"),
                aViolation("elsewhere").of(usual).of("Other"),
                aViolation("abroad").of(usual).in(THERE));
        end(aViolation("early").of(usual).startedAt(at(1)), at(19));
        end(aViolation("ended").of(usual).by("valve").startedAt(at(50)), at(90));
        change(tx -> violations().verify(tx, HERE, "ended", BENIGN));

        assertThat(listed(tx -> violations().spells(tx, HERE, "TinyMessages", "usual", at(20))))
                .containsExactlyInAnyOrder(
                        new Spell(
                                new DeviceKey(HERE, "valve", true),
                                at(50),
                                at(90),
                                0,
                                VerificationState.BENIGN_POSITIVE),
                        new Spell(new DeviceKey(HERE, "probe", false), at(55), null, 2, VerificationState.UNKNOWN));
    }

    @Test
    void findsAViolationAsItWasRaised() {
        Violation violation = aViolation("a")
                .startedAt(at(1))
                .unregistered()
                .of(aBehavior("b").on("aws:num-disconnects").over(600).suppressed(true))
                .build();
        change(tx -> violations().raise(tx, violation));

        assertThat(find("a")).isEqualTo(new ViolationRecord(violation, true, Verification.NONE, at(1)));
        assertThat(find("b")).isNull();
        assertThat(find(THERE, "a")).isNull();
    }

    @Test
    void keepsTheLatestDatapoint() {
        raise(aViolation("a").startedAt(at(1)));
        Violation prolonged =
                aViolation("a").startedAt(at(1)).lastSeen(at(50), 40).build();

        change(tx -> violations().prolong(tx, prolonged));

        assertThat(find("a")).isEqualTo(new ViolationRecord(prolonged, true, Verification.NONE, at(1)));
    }

    @Test
    void knowsAViolationThatEnded() {
        raise(aViolation("a").startedAt(at(1)));
        Violation ended = aViolation("a").startedAt(at(1)).lastSeen(at(9), 40).build();

        change(tx -> {
            violations().end(tx, ended, at(60));
            violations().findingSent(tx, HERE, "a", at(61));
        });

        assertThat(find("a")).isEqualTo(new ViolationRecord(ended, false, Verification.NONE, at(61)));
        assertThat(active(ViolationFilter.ALL)).isEmpty();
    }

    @Test
    void listsTheLatestAlarmFirst() {
        raise(
                aViolation("b").startedAt(at(1)),
                aViolation("c").startedAt(at(3)),
                aViolation("a").startedAt(at(1)),
                aViolation("d").startedAt(at(9)).in(THERE));

        assertThat(active(ViolationFilter.ALL)).containsExactly("c", "b", "a");
    }

    @Test
    void listsAlarmsPageByPage() {
        for (int n = 0; n < 5; n++) {
            raise(aViolation("v" + n).startedAt(at(n / 2)));
        }

        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = new PageRequest(2, after);
            Page<ViolationRecord> page =
                    transactions().read(tx -> violations().active(tx, HERE, ViolationFilter.ALL, request));
            page.items().forEach(record -> seen.add(record.violation().id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly("v4", "v3", "v2", "v1", "v0");
    }

    @Test
    void filtersAlarmsByEveryCondition() {
        raise(
                aViolation("thing").by("valve").startedAt(at(1)),
                aViolation("profile").of("Other").startedAt(at(2)),
                aViolation("silent").of(aBehavior("quiet").suppressed(true)).startedAt(at(3)),
                aViolation("plain").startedAt(at(4)));
        change(tx -> violations().verify(tx, HERE, "plain", BENIGN));

        assertThat(active(new ViolationFilter("valve", null, null, null, null))).containsExactly("thing");
        assertThat(active(new ViolationFilter(null, "Other", null, null, null))).containsExactly("profile");
        assertThat(active(new ViolationFilter(null, null, CriteriaType.STATIC, null, null)))
                .hasSize(4);
        assertThat(active(new ViolationFilter(null, null, CriteriaType.STATISTICAL, null, null)))
                .isEmpty();
        assertThat(active(new ViolationFilter(null, null, null, true, null))).containsExactly("silent");
        assertThat(active(new ViolationFilter(null, null, null, false, null)))
                .containsExactly("plain", "profile", "thing");
        assertThat(active(new ViolationFilter(null, null, null, null, VerificationState.BENIGN_POSITIVE)))
                .containsExactly("plain");
        assertThat(active(new ViolationFilter("pump-7", null, null, null, VerificationState.UNKNOWN)))
                .containsExactly("silent", "profile");
    }

    @Test
    void listsEventsOfASpanWithBothItsEnds() {
        raise(aViolation("a"));
        append(
                aViolation("a").startedAt(at(10)).raised(),
                aViolation("a").clearedAt(at(20)),
                aViolation("b").startedAt(at(30)).raised(),
                aViolation("c").in(THERE).startedAt(at(20)).raised());

        assertThat(events(new EventQuery(at(0), at(100), ViolationFilter.ALL)))
                .containsExactly("b in-alarm", "a alarm-cleared", "a in-alarm");
        assertThat(events(new EventQuery(at(10), at(20), ViolationFilter.ALL)))
                .containsExactly("a alarm-cleared", "a in-alarm");
        assertThat(events(new EventQuery(at(11), at(19), ViolationFilter.ALL))).isEmpty();
    }

    @Test
    void findsAnEventAsItWasAppended() {
        ViolationEvent cleared =
                aViolation("a").startedAt(at(1)).lastSeen(at(5), 30).clearedAt(at(20));
        ViolationEvent invalidated =
                aViolation("b").unregistered().startedAt(at(2)).invalidatedAt(at(30));
        append(cleared, invalidated);

        List<ViolationEventRecord> found = transactions()
                .read(tx -> violations().events(tx, HERE, query(ViolationFilter.ALL), PageRequest.first(10)))
                .items();

        assertThat(found)
                .containsExactly(
                        ViolationEventRecord.of(invalidated, Verification.NONE),
                        ViolationEventRecord.of(cleared, Verification.NONE));
    }

    @Test
    void listsEventsPageByPage() {
        for (int n = 0; n < 5; n++) {
            append(aViolation("v" + n).startedAt(at(n / 2)).raised());
        }

        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var request = new PageRequest(2, after);
            Page<ViolationEventRecord> page =
                    transactions().read(tx -> violations().events(tx, HERE, query(ViolationFilter.ALL), request));
            page.items().forEach(record -> seen.add(record.violationId()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly("v4", "v3", "v2", "v1", "v0");
    }

    @Test
    void filtersEventsByEveryCondition() {
        raise(aViolation("plain"), aViolation("thing"), aViolation("profile"), aViolation("silent"));
        append(
                aViolation("thing").by("valve").startedAt(at(1)).raised(),
                aViolation("profile").of("Other").startedAt(at(2)).raised(),
                aViolation("silent")
                        .of(aBehavior("quiet").suppressed(true))
                        .startedAt(at(3))
                        .raised(),
                aViolation("plain").startedAt(at(4)).raised());
        change(tx -> violations().verify(tx, HERE, "plain", BENIGN));

        assertThat(events(query(new ViolationFilter("valve", null, null, null, null))))
                .containsExactly("thing in-alarm");
        assertThat(events(query(new ViolationFilter(null, "Other", null, null, null))))
                .containsExactly("profile in-alarm");
        assertThat(events(query(new ViolationFilter(null, null, CriteriaType.STATIC, null, null))))
                .hasSize(4);
        assertThat(events(query(new ViolationFilter(null, null, CriteriaType.MACHINE_LEARNING, null, null))))
                .isEmpty();
        assertThat(events(query(new ViolationFilter(null, null, null, true, null))))
                .containsExactly("silent in-alarm");
        assertThat(events(query(new ViolationFilter(null, null, null, false, null))))
                .hasSize(3);
        assertThat(events(query(new ViolationFilter(null, null, null, null, VerificationState.BENIGN_POSITIVE))))
                .containsExactly("plain in-alarm");
        assertThat(events(query(new ViolationFilter(null, null, null, null, VerificationState.UNKNOWN))))
                .hasSize(3);
    }

    @Test
    void showsAVerificationWithTheViolationAndAllItsEvents() {
        raise(aViolation("a").startedAt(at(1)));
        append(aViolation("a").startedAt(at(1)).raised(), aViolation("a").clearedAt(at(20)));
        change(tx -> violations().end(tx, aViolation("a").build(), at(20)));

        boolean isKnown = answer(tx -> violations().verify(tx, HERE, "a", BENIGN));

        assertThat(isKnown).isTrue();
        assertThat(listed(tx -> violations()
                        .events(tx, HERE, query(ViolationFilter.ALL), PageRequest.first(10))
                        .items()))
                .extracting(ViolationEventRecord::verification)
                .containsExactly(BENIGN, BENIGN);
        assertThat(answer(tx -> violations().verify(tx, HERE, "b", BENIGN))).isFalse();
        assertThat(answer(tx -> violations().verify(tx, THERE, "a", BENIGN))).isFalse();
    }

    @Test
    void takesADescriptionBack() {
        raise(aViolation("a"));
        var undone = new Verification(VerificationState.UNKNOWN, null);

        change(tx -> {
            violations().verify(tx, HERE, "a", BENIGN);
            violations().verify(tx, HERE, "a", undone);
        });

        assertThat(find("a")).extracting(ViolationRecord::verification).isEqualTo(undone);
    }

    @Test
    void tellsActiveFromEndedOnesForRecovery() {
        raise(aViolation("a"), aViolation("b"), aViolation("c").in(THERE));
        change(tx -> violations().end(tx, aViolation("b").build(), at(20)));

        assertThat(listed(tx -> violations().activeEverywhere(tx)))
                .containsExactlyInAnyOrder(
                        aViolation("a").build(), aViolation("c").in(THERE).build());
        assertThat(listed(tx -> violations().endedSince(tx, at(20))))
                .containsExactly(aViolation("b").build());
        assertThat(listed(tx -> violations().endedSince(tx, at(21)))).isEmpty();
    }

    @Test
    void tellsWhoseFindingIsOld() {
        raise(
                aViolation("a").startedAt(at(1)),
                aViolation("b").startedAt(at(1)),
                aViolation("c").startedAt(at(1)));
        change(tx -> {
            violations().findingSent(tx, HERE, "b", at(50));
            violations().end(tx, aViolation("c").build(), at(2));
        });

        assertThat(listed(tx -> violations().findingNotSentSince(tx, at(10))))
                .extracting(record -> record.violation().id())
                .containsExactly("a");
    }

    @Test
    void forgetsWhatIsOldButNoAlarm() {
        raise(
                aViolation("ended").startedAt(at(1)),
                aViolation("active").startedAt(at(1)),
                aViolation("late").startedAt(at(1)));
        append(
                aViolation("ended").startedAt(at(1)).raised(),
                aViolation("active").startedAt(at(1)).raised(),
                aViolation("late").clearedAt(at(100)));
        change(tx -> {
            violations().end(tx, aViolation("ended").build(), at(50));
            violations().end(tx, aViolation("late").build(), at(100));
        });

        change(tx -> violations().prune(tx, at(100)));

        assertThat(find("ended")).isNull();
        assertThat(find("active")).isNotNull();
        assertThat(find("late")).isNotNull();
        assertThat(events(query(ViolationFilter.ALL))).containsExactly("late alarm-cleared");
    }
}
