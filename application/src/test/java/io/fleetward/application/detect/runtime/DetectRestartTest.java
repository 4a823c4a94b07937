// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.addresses;
import static io.fleetward.application.detect.Drafts.behavior;
import static io.fleetward.application.detect.Drafts.consecutive;
import static io.fleetward.application.detect.Drafts.percentile;
import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.Drafts.within;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.SourceIpAddressMetric;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What survives when the process is stopped, or killed without a word. */
class DetectRestartTest {
    private static final String ALL = "arn:aws:iot:eu-west-1:111122223333:all/things";
    private static final Duration SNAPSHOT = Duration.ofSeconds(5);

    private final DetectWorld world = new DetectWorld();

    private static void expect(DetectWorld where, BehaviorDraft... behaviors) {
        where.profiles().create(HERE, "p", profile(behaviors), Map.of());
        where.attachments().attach(HERE, "p", ALL);
        where.settle();
    }

    @Test
    void keepsAnAlarmAndItsIdThroughAKill() {
        expect(world, tinyMessages());
        world.publish("pump-7", 9);

        world.kill();
        world.publish("pump-7", 10);
        world.passPeriod();
        world.publish("pump-7", 3);
        world.passPeriod();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
        assertThat(world.events())
                .extracting(ViolationEventRecord::violationId)
                .containsOnly(world.events().getFirst().violationId());
    }

    @Test
    void keepsWhatWasCountedBeforeTheLastSnapshot() {
        expect(world, behavior("sent", "aws:num-messages-sent", "less-than", 3));
        world.publish("pump-7", 1);
        world.publish("pump-7", 1);
        world.pass(SNAPSHOT);

        world.kill();
        world.publish("pump-7", 1);

        assertThat(world.alarms()).hasSize(1);
    }

    @Test
    void losesNothingThroughACleanStop() {
        expect(world, behavior("sent", "aws:num-messages-sent", "less-than", 3));
        world.publish("pump-7", 1);
        world.publish("pump-7", 1);

        world.stopFor(Duration.ofSeconds(1));
        world.publish("pump-7", 1);

        assertThat(world.alarms()).hasSize(1);
    }

    @Test
    void keepsConsecutiveDatapointsThroughAStop() {
        expect(world, consecutive(tinyMessages(), 2, 2));
        world.publish("pump-7", 9);
        world.passPeriod();
        world.stopFor(Duration.ofSeconds(1));
        world.publish("pump-7", 9);
        assertThat(world.alarms()).hasSize(1);

        world.passPeriod();
        world.publish("pump-7", 3);
        world.passPeriod();
        world.stopFor(Duration.ofSeconds(1));
        world.publish("pump-7", 3);
        world.passPeriod();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
    }

    @Test
    void closesTheWindowsThatEndedMeanwhile() {
        expect(world, tinyMessages());
        world.publish("pump-7", 9);
        world.passPeriod();
        world.publish("pump-7", 3);

        world.stopFor(Duration.ofMinutes(1));

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
        assertThat(world.events().getLast().at()).isEqualTo("2026-06-01T00:00:20Z");
    }

    @Test
    void invalidatesAlarmsThatLostTheirProfileMeanwhile() {
        expect(world, tinyMessages());
        world.publish("pump-7", 9);
        world.registry.change(tx -> world.stores.targets().detachAll(tx, HERE, "p"));

        world.kill();

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-invalidated");
    }

    @Test
    void doesNotTakeARestartForAShortfall() {
        expect(world, behavior("sent", "aws:num-messages-sent", "greater-than", 3));
        for (int n = 0; n < 2; n++) {
            world.publish("pump-7", 1);
        }
        world.stopFor(Duration.ofSeconds(5));
        world.publish("pump-7", 1);
        world.passPeriod();
        assertThat(world.events()).isEmpty();

        world.publish("pump-7", 1);
        world.passPeriod();

        assertThat(world.eventTypes()).containsExactly("in-alarm");
    }

    @Test
    void alarmsAlikeWithAndWithoutKillsAfterASnapshot() {
        Seed seed = Seed.current();
        var all = new ArrayList<String>();
        for (int n = 0; n < 8; n++) {
            var one = new Seed(seed.value() + n);
            List<String> undisturbed = run(one, false, SNAPSHOT);

            assertThat(run(one, true, SNAPSHOT)).as(one.toString()).isEqualTo(undisturbed);
            all.addAll(undisturbed);
        }
        assertThat(all).as(seed.toString()).isNotEmpty();
    }

    @Test
    void neitherLosesNorRepeatsAnAlarmWheneverItIsKilled() {
        Seed seed = Seed.current();
        for (int n = 0; n < 20; n++) {
            var one = new Seed(seed.value() + n);
            List<String> events = run(one, true, Duration.ofMillis(1300));

            Map<String, String> last = new HashMap<>();
            for (String event : events) {
                String id = event.substring(0, event.indexOf(' '));
                String type = event.substring(event.lastIndexOf(' ') + 1);
                assertThat(last.put(id, type))
                        .as("%s, %s", event, one)
                        .isEqualTo(type.equals("in-alarm") ? null : "in-alarm");
            }
        }
    }

    /** Messages of three devices at random for two minutes; the events as violation, thing, behavior, type. */
    private static List<String> run(Seed seed, boolean isKilled, Duration killEvery) {
        RandomGenerator random = seed.generator();
        RandomGenerator kills = new Random(seed.value());
        var where = new DetectWorld();
        expect(
                where,
                consecutive(tinyMessages(), 1, 2),
                consecutive(behavior("sent", "aws:num-messages-sent", "less-than-equals", 12), 2, 1));
        var numbers = new HashMap<String, Integer>();
        for (int n = 0; n < 24; n++) {
            int messages = random.nextInt(14);
            for (int message = 0; message < messages; message++) {
                where.publish("pump-" + random.nextInt(3), random.nextInt(40) == 0 ? 9 : 3);
            }
            where.pass(SNAPSHOT);
            if (isKilled && (killEvery.equals(SNAPSHOT) || kills.nextBoolean())) {
                if (!killEvery.equals(SNAPSHOT)) {
                    where.publish("pump-0", 3);
                }
                where.kill();
            }
        }
        var events = new ArrayList<String>();
        for (ViolationEventRecord event : where.events()) {
            int number = numbers.computeIfAbsent(event.violationId(), _ -> numbers.size());
            events.add(number + " " + event.key().device().name() + " "
                    + event.key().behavior() + " " + event.type().wireName());
        }
        return events;
    }

    @Test
    void keepsSetsAndPartsOfMetricsThroughAStop() {
        world.catalog.define("Own", "own/#");
        expect(
                world,
                within("Own", "NOT_IN", behavior("others", "aws:num-messages-sent", "less-than", 2)),
                addresses("home", "in-cidr-set", "192.0.2.0/24"));
        world.publish("pump-7", "other");
        world.stopFor(Duration.ofSeconds(1));
        assertThat(world.alarms()).isEmpty();

        world.publish("pump-7", "other");

        assertThat(world.alarms()).containsExactly("pump-7 others");
        world.passPeriod();
        var query =
                new Query("pump-7", Measurand.of(new SourceIpAddressMetric()), Instant.EPOCH, world.clock.instant());
        assertThat(world.registry
                        .read(tx -> world.samples.list(tx, HERE, query, PageRequest.first(9)))
                        .items())
                .singleElement()
                .satisfies(sample -> assertThat(sample.gathered()).hasToString("[192.0.2.7]"));
    }

    @Test
    void knowsAfterAKillSinceWhenADeviceIsGone() {
        expect(world, behavior("gone", "aws:disconnect-duration", "less-than-equals", 2));
        long connectedAt = world.clock.millis();
        world.connect("pump-7");
        world.disconnect("pump-7", connectedAt);
        world.pass(Duration.ofMinutes(2));

        world.kill();
        assertThat(world.alarms()).isEmpty();
        world.pass(Duration.ofMinutes(1).plus(DetectWorld.PERIOD));

        assertThat(world.alarms()).containsExactly("pump-7 gone");
    }

    @Test
    void comparesAfterARestartWithWhatDevicesDidBefore() {
        expect(world, percentile("usual", "aws:num-messages-sent", "less-than-equals", "p50"));
        world.passPeriod();
        for (int device = 1; device <= 3; device++) {
            world.publish("pump-" + device, 1);
        }
        world.passPeriod();
        world.pass(SNAPSHOT);

        world.kill();
        world.publish("pump-1", 1);
        world.publish("pump-1", 1);
        world.passPeriod();

        assertThat(world.alarms()).containsExactly("pump-1 usual");
    }
}
