// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.behavior;
import static io.fleetward.application.detect.Drafts.consecutive;
import static io.fleetward.application.detect.Drafts.over;
import static io.fleetward.application.detect.Drafts.percentile;
import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.Drafts.update;
import static io.fleetward.application.detect.Drafts.within;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.application.time.Timers;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.metric.CustomMetric;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.MetricValue.Numeric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.thing.ThingGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class DetectRuntimeTest {
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";
    private static final String ALL = ARN + "all/things";

    private DetectWorld world = new DetectWorld();

    private void expectTinyMessagesOf(String target) {
        world.profiles().create(HERE, "TinyMessages", profile(tinyMessages()), Map.of());
        world.attachments().attach(HERE, "TinyMessages", target);
        world.settle();
    }

    private List<String> recordStates() {
        return world.findings.stream()
                .map(finding -> finding.get("RecordState").stringValue())
                .toList();
    }

    @Test
    void watchesNobodyBeforeAProfileIsAttached() {
        world.profiles().create(HERE, "TinyMessages", profile(tinyMessages()), Map.of());
        world.publish("pump-7", 9);

        assertThat(world.alarms()).isEmpty();
        assertThat(world.runtime().counters().facts()).isZero();
    }

    /** Without snapshots, which wake everybody every few seconds, the alarm would stay until something happens. */
    @Test
    void closesAWindowAlsoWhenItsTimerFiresALittleEarly() {
        world = new DetectWorld(Duration.ofHours(1));
        expectTinyMessagesOf(ALL);
        Timers early = (when, task) -> {
            Instant sooner = when.minusMillis(5);
            return world.timers.at(sooner.isAfter(world.clock.instant()) ? sooner : when, task);
        };
        world.startOn(Runnable::run, early);

        world.publish("pump-7", 9);
        world.passPeriod();
        world.publish("pump-7", 3);
        world.passPeriod();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
    }

    @Test
    void takesNoNoticeOfFactsThatNobodyWatches() {
        expectTinyMessagesOf(ALL);
        world.disconnect("pump-7");
        world.accept(new BrokerFact.MessageReceived(
                AccountRegion.of("444455556666", "eu-west-1"), "pump-7", world.clock.millis(), "t", 9, "192.0.2.7"));

        assertThat(world.runtime().counters().facts()).isZero();
    }

    @Test
    void looksAtOnceAtWhatHappensAfterARestAndLaterAtWhatHappensDuringOne() {
        world = DetectWorld.resting(Duration.ofMillis(50));
        expectTinyMessagesOf(ALL);
        world.pass(Duration.ofSeconds(1));

        world.publish("pump-7", 9);
        world.publish("pump-7", 9);
        world.publish("pump-8", 9);
        world.publish("pump-9", 9);
        List<String> duringTheRest = world.alarms();
        world.pass(Duration.ofMillis(50));

        assertThat(duringTheRest).contains("pump-7 msgSize").hasSizeLessThan(3);
        assertThat(world.alarms()).containsExactlyInAnyOrder("pump-7 msgSize", "pump-8 msgSize", "pump-9 msgSize");
    }

    @Test
    void tellsRegisteredDevicesFromOthers() {
        world.createThing("pump-7");
        expectTinyMessagesOf(ARN + "all/registered-things");

        world.publish("pump-7", 9);
        world.publish("stranger", 9);

        assertThat(world.alarms()).containsExactly("pump-7 msgSize");
    }

    @Test
    void watchesUnregisteredDevicesAlone() {
        world.createThing("pump-7");
        expectTinyMessagesOf(ARN + "all/unregistered-things");

        world.publish("pump-7", 9);
        world.publish("stranger", 9);

        assertThat(world.alarms()).containsExactly("stranger msgSize");
    }

    @Test
    void watchesTheMembersOfAGroupAndOfTheGroupsBelow() {
        ThingGroup top = world.createGroup(aGroup(HERE, "pumps"));
        world.createGroup(aGroup(HERE, "north").under(top));
        world.createThing("pump-7");
        world.createThing("pump-8");
        world.createThing("valve-1");
        world.join("pump-7", "pumps");
        world.join("pump-8", "north");
        expectTinyMessagesOf(ARN + "thinggroup/pumps");

        world.publish("pump-7", 9);
        world.publish("pump-8", 9);
        world.publish("valve-1", 9);

        assertThat(world.alarms()).containsExactlyInAnyOrder("pump-7 msgSize", "pump-8 msgSize");
    }

    @Test
    void invalidatesTheAlarmOfADeviceThatLeavesTheGroup() {
        world.createGroup(aGroup(HERE, "pumps"));
        world.createThing("pump-7");
        world.join("pump-7", "pumps");
        expectTinyMessagesOf(ARN + "thinggroup/pumps");
        world.publish("pump-7", 9);

        world.leave("pump-7", "pumps");

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
        assertThat(recordStates()).containsExactly("ACTIVE", "ARCHIVED");
        world.publish("pump-7", 9);
        assertThat(world.alarms()).isEmpty();
    }

    @Test
    void watchesADeviceFromTheMomentItJoinsTheGroup() {
        world.createGroup(aGroup(HERE, "pumps"));
        world.createThing("pump-7");
        expectTinyMessagesOf(ARN + "thinggroup/pumps");
        world.publish("pump-7", 9);
        assertThat(world.alarms()).isEmpty();

        world.join("pump-7", "pumps");
        world.publish("pump-7", 9);

        assertThat(world.alarms()).hasSize(1);
    }

    @Test
    void forgetsTheAttachmentToAGroupThatIsDeleted() {
        world.createGroup(aGroup(HERE, "pumps"));
        world.createThing("pump-7");
        world.join("pump-7", "pumps");
        expectTinyMessagesOf(ARN + "thinggroup/pumps");
        world.publish("pump-7", 9);

        world.deleteGroup("pumps");

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
        assertThat(world.attachments()
                        .targets(HERE, "TinyMessages", PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void invalidatesTheAlarmOfAThingThatIsDeleted() {
        world.createThing("pump-7");
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);

        world.deleteThing("pump-7");

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
        world.pass(Duration.ofSeconds(1));
        world.publish("pump-7", 9);
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated", "in-alarm");
    }

    @Test
    void takesADeviceThatIsRegisteredLaterForAnother() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);

        world.createThing("pump-7");
        world.publish("pump-7", 9);

        assertThat(world.alarms()).containsExactly("pump-7 msgSize", "pump-7 msgSize");
        assertThat(world.findings)
                .extracting(finding -> finding.get("Title").stringValue())
                .containsExactly(
                        "Unregistered thing pump-7 is in alarm for STATIC behavior msgSize.",
                        "Registered thing pump-7 is in alarm for STATIC behavior msgSize.");
    }

    @Test
    void invalidatesAlarmsAtOnceWhenTheProfileIsDetached() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);

        world.attachments().detach(HERE, "TinyMessages", ALL);
        world.settle();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
        assertThat(world.events().getLast().value()).isNull();
        assertThat(recordStates()).containsExactly("ACTIVE", "ARCHIVED");
    }

    @Test
    void invalidatesAlarmsAtOnceWhenTheProfileIsDeleted() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);

        world.profiles().delete(HERE, "TinyMessages", null);
        world.settle();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }

    @Test
    void invalidatesTheAlarmOfABehaviorThatAnUpdateDropped() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);

        world.profiles().update(HERE, update("TinyMessages", behavior("other", "aws:num-disconnects", "less-than", 5)));
        world.settle();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }

    @Test
    void judgesByTheNewThresholdFromTheUpdateOn() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 7);
        assertThat(world.alarms()).isEmpty();

        world.profiles()
                .update(HERE, update("TinyMessages", behavior("msgSize", "aws:message-byte-size", "less-than", 5)));
        world.publish("pump-7", 6);

        assertThat(world.alarms()).hasSize(1);
    }

    @Test
    void invalidatesAnAlarmAfterTwoDaysOfSilence() {
        world = new DetectWorld(Duration.ofHours(1));
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);

        world.timers.advance(Duration.ofHours(47));
        world.settle();
        assertThat(world.alarms()).hasSize(1);
        world.timers.advance(Duration.ofHours(1).plus(DetectWorld.PERIOD));
        world.settle();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }

    @Test
    void countsConsecutiveDatapoints() {
        world.profiles().create(HERE, "TinyMessages", profile(consecutive(tinyMessages(), 2, 2)), Map.of());
        world.attachments().attach(HERE, "TinyMessages", ALL);
        for (int bytes : new int[] {9, 3, 9, 9, 3, 3}) {
            world.publish("pump-7", bytes);
            world.passPeriod();
        }

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
        assertThat(world.events().getFirst().at()).isEqualTo(Instant.parse("2026-06-01T00:00:30Z"));
        assertThat(world.events().getLast().at()).isEqualTo(Instant.parse("2026-06-01T00:01:00Z"));
    }

    @Test
    void doesNotMergeWindowsWhenTimersComeLate() {
        world.profiles()
                .create(HERE, "p", profile(behavior("sent", "aws:num-messages-sent", "less-than", 3)), Map.of());
        world.attachments().attach(HERE, "p", ALL);
        for (int period = 0; period < 4; period++) {
            for (int n = 0; n < 2; n++) {
                long at = world.clock.millis() + period * DetectWorld.PERIOD.toMillis() + n;
                world.runtime().accept(new BrokerFact.MessageReceived(HERE, "pump-7", at, "t", 1, "192.0.2.7"));
            }
        }
        world.settle();
        world.pass(Duration.ofMinutes(1));

        assertThat(world.events()).isEmpty();
        assertThat(samples("pump-7", "aws:num-messages-sent")).containsExactly(2L, 2L, 2L, 2L);
    }

    private static Measurand measurand(String metric) {
        return Measurand.of(Objects.requireNonNull(Metrics.of(metric, MetricValue.Kind.NUMBER)));
    }

    private List<Long> samples(String device, String metric) {
        var query = new Query(device, measurand(metric), Instant.EPOCH, world.clock.instant());
        return world.registry.read(tx -> world.samples.list(tx, HERE, query, PageRequest.first(100))).items().stream()
                .map(sample -> (long) sample.gathered().tally().sum())
                .toList();
    }

    @Test
    void keepsTheValuesOfEveryPeriodWithActivity() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 3);
        world.publish("pump-7", 4);
        world.passPeriod();
        world.passPeriod();
        world.publish("pump-7", 5);
        world.passPeriod();

        assertThat(samples("pump-7", "aws:message-byte-size")).containsExactly(7L, 5L);
    }

    @Test
    void losesNothingWhileTheStoreIsDown() {
        expectTinyMessagesOf(ALL);
        world.state.broken(true);
        world.publish("pump-7", 9);
        world.publish("pump-8", 9);
        world.pass(Duration.ofSeconds(3));
        world.publish("pump-9", 9);
        world.state.broken(false);
        assertThat(world.alarms()).isEmpty();

        world.pass(Duration.ofSeconds(2));

        assertThat(world.alarms()).containsExactlyInAnyOrder("pump-7 msgSize", "pump-8 msgSize", "pump-9 msgSize");
        assertThat(world.runtime().counters().failures()).isPositive();
    }

    @Test
    void doesNotMixThePeriodsOfAnOutage() {
        world.profiles()
                .create(HERE, "p", profile(behavior("sent", "aws:num-messages-sent", "less-than", 3)), Map.of());
        world.attachments().attach(HERE, "p", ALL);
        world.state.broken(true);
        for (int period = 0; period < 3; period++) {
            world.publish("pump-7", 1);
            world.publish("pump-7", 1);
            world.passPeriod();
        }
        world.state.broken(false);

        world.pass(Duration.ofSeconds(2));

        assertThat(world.events()).isEmpty();
        assertThat(samples("pump-7", "aws:num-messages-sent")).containsExactly(2L, 2L, 2L);
    }

    @Test
    void writesValuesLaterWhenTheirStoreIsDown() {
        expectTinyMessagesOf(ALL);
        world.metrics.broken(true);
        world.publish("pump-7", 9);
        world.passPeriod();
        assertThat(world.alarms()).hasSize(1);
        world.metrics.broken(false);

        world.pass(Duration.ofSeconds(10));

        assertThat(samples("pump-7", "aws:message-byte-size")).containsExactly(9L);
    }

    @Test
    void ignoresIdentitiesThatAreNone() {
        expectTinyMessagesOf(ALL);

        world.publish("a\u0007b", 9);
        world.publish("é".repeat(65), 9);
        world.publish("é".repeat(64), 9);

        assertThat(world.alarms()).containsExactly("é".repeat(64) + " msgSize");
    }

    @Test
    void sendsTheFindingsOfActiveAlarmsAgainOnRequest() {
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);
        world.publish("pump-8", 9);
        world.passPeriod();
        world.publish("pump-8", 3);
        world.passPeriod();
        world.findings.clear();

        world.reports.resendActive(HERE);

        assertThat(world.findings).singleElement().satisfies(finding -> {
            assertThat(finding.get("RecordState").stringValue()).isEqualTo("ACTIVE");
            assertThat(finding.get("UpdatedAt").stringValue()).isEqualTo("2026-06-01T00:00:20.000Z");
        });
        world.publish("pump-7", 3);
        world.passPeriod();
        assertThat(updatedAt(world.findings.getLast())).isAfter(updatedAt(world.findings.getFirst()));
    }

    private static Instant updatedAt(ObjectNode finding) {
        return Instant.parse(finding.get("UpdatedAt").stringValue());
    }

    @Test
    void keepsTheFindingOfALongAlarmFromExpiring() {
        world = new DetectWorld(Duration.ofHours(1));
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);
        for (int day = 0; day < 81; day++) {
            world.timers.advance(Duration.ofDays(1));
            world.settle();
            world.publish("pump-7", 9);
        }

        assertThat(world.eventTypes()).isEmpty();
        assertThat(world.alarms()).hasSize(1);
        assertThat(recordStates()).containsExactly("ACTIVE", "ACTIVE");
    }

    @Test
    void forgetsEventsAndValuesAfterTheirTime() {
        world = new DetectWorld(Duration.ofHours(1));
        expectTinyMessagesOf(ALL);
        world.publish("pump-7", 9);
        world.passPeriod();
        world.publish("pump-7", 3);
        world.passPeriod();

        world.timers.advance(Duration.ofDays(15));
        world.settle();
        assertThat(samples("pump-7", "aws:message-byte-size")).isEmpty();
        assertThat(world.eventTypes()).hasSize(2);
        world.timers.advance(Duration.ofDays(16));
        world.settle();

        assertThat(world.eventTypes()).isEmpty();
    }

    private void watch(BehaviorDraft... behaviors) {
        world.profiles().create(HERE, "p", profile(behaviors), Map.of());
        world.attachments().attach(HERE, "p", ALL);
        world.settle();
    }

    @Test
    void judgesWhatDevicesReportOnceItArrives() {
        world.catalog.define(new CustomMetric("battery", CustomMetricType.NUMBER));
        watch(
                over(null, behavior("ports", "aws:num-listening-tcp-ports", "less-than", 3)),
                over(null, behavior("battery", "battery", "greater-than", 20)));

        world.report("pump-7", Map.of("aws:num-listening-tcp-ports", new Count(4), "aws:all-bytes-in", new Count(9)));
        world.report("pump-8", Map.of("battery", new Numeric(12.5)));

        assertThat(world.alarms()).containsExactlyInAnyOrder("pump-7 ports", "pump-8 battery");
        assertThat(world.events())
                .extracting(ViolationEventRecord::value)
                .containsExactlyInAnyOrder(new Count(4), new Numeric(12.5));
        assertThat(world.runtime().counters().reports()).isEqualTo(2);
        assertThat(samples("pump-7", "aws:num-listening-tcp-ports")).containsExactly(4L);
        assertThat(samples("pump-7", "aws:all-bytes-in")).isEmpty();
    }

    @Test
    void takesNoNoticeOfReportsThatNobodyWatches() {
        expectTinyMessagesOf(ALL);

        world.report("pump-7", Map.of("aws:all-bytes-in", new Count(9)));

        assertThat(world.runtime().counters().reports()).isZero();
    }

    @Test
    void countsEachReportHoweverManyCameAtOnce() {
        watch(over(null, consecutive(behavior("ports", "aws:num-listening-tcp-ports", "less-than", 3), 3, 1)));
        for (int n = 0; n < 3; n++) {
            world.runtime()
                    .accept(
                            HERE,
                            "pump-7",
                            new DeviceReport(n, Map.of("aws:num-listening-tcp-ports", new Count(4))),
                            world.clock.millis());
        }
        world.settle();

        assertThat(world.alarms()).containsExactly("pump-7 ports");
    }

    @Test
    void looksAtThePartOfAMetricThatADimensionNames() {
        world.catalog.define("Own", "own/${iot:ClientId}/#");
        watch(within("Own", "IN", behavior("own", "aws:num-messages-sent", "less-than", 1)));

        world.publish("pump-7", "own/pump-8/flow");
        assertThat(world.alarms()).isEmpty();
        world.publish("pump-7", "own/pump-7/flow");

        assertThat(world.alarms()).containsExactly("pump-7 own");
    }

    @Test
    void judgesByTheNewFiltersOnceADimensionChanged() {
        world.catalog.define("Own", "own/#");
        watch(within("Own", "IN", behavior("own", "aws:num-messages-sent", "less-than", 1)));

        world.catalog.define("Own", "other/#");
        world.runtime().refresh(HERE);
        world.publish("pump-7", "own/x");
        assertThat(world.alarms()).isEmpty();
        world.publish("pump-7", "other/x");

        assertThat(world.alarms()).hasSize(1);
    }

    @Test
    void noticesADeviceThatStaysAway() {
        world = new DetectWorld(Duration.ofHours(1));
        watch(behavior("gone", "aws:disconnect-duration", "less-than-equals", 5));
        long connectedAt = world.clock.millis();
        world.connect("pump-7");
        world.disconnect("pump-7", connectedAt);

        world.pass(Duration.ofMinutes(5));
        assertThat(world.alarms()).isEmpty();
        world.pass(Duration.ofMinutes(2));
        assertThat(world.alarms()).containsExactly("pump-7 gone");

        world.connect("pump-7");
        world.passPeriod();
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
    }

    /** Each of twenty devices, spread over the shards, sends as many messages as its number. */
    private void playWindow(DetectWorld where) {
        for (int device = 1; device <= 20; device++) {
            for (int message = 0; message < device; message++) {
                where.publish("device-" + device, 1);
            }
        }
        where.passPeriod();
    }

    @Test
    void comparesEachDeviceWithWhatDevicesOfAllShardsDidInTheWindowBefore() {
        watch(percentile("usual", "aws:num-messages-sent", "less-than-equals", "p90"));
        world.passPeriod();

        playWindow(world);
        assertThat(world.alarms()).isEmpty();
        playWindow(world);

        assertThat(world.alarms()).containsExactlyInAnyOrder("device-19 usual", "device-20 usual");
        assertThat(world.findings.getFirst().get("Title").stringValue()).contains("STATISTICAL behavior usual");
    }

    /** Everybody's place in the registry is learned before the first period is looked at, and is known at the last. */
    @Test
    void takesInWhatDevicesDidInSeveralPeriodsSinceTheLastLook() {
        expectTinyMessagesOf(ALL);

        for (int period = 0; period < 3; period++) {
            for (int device = 0; device < 10; device++) {
                world.runtime()
                        .accept(new BrokerFact.MessageReceived(
                                HERE, "pump-" + period + device, world.clock.millis(), "t", 9, "192.0.2.7"));
            }
            world.timers.advance(DetectWorld.PERIOD);
        }
        world.settle();

        assertThat(world.alarms()).hasSize(30);
    }
}
