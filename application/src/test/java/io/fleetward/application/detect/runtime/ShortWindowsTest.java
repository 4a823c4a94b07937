// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.behavior;
import static io.fleetward.application.detect.Drafts.consecutive;
import static io.fleetward.application.detect.Drafts.over;
import static io.fleetward.application.detect.Drafts.percentile;
import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fleetward.application.detect.MetricSamples.Query;
import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Windows of seconds, where the installation allows them. */
class ShortWindowsTest {
    private static final String ALL = "arn:aws:iot:eu-west-1:111122223333:all/things";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final DetectWorld world = DetectWorld.inRealTime();
    private final Instant start = world.clock.instant();

    private void expect(BehaviorDraft... behaviors) {
        world.profiles().create(HERE, "p", profile(behaviors), Map.of());
        world.attachments().attach(HERE, "p", ALL);
        world.settle();
    }

    private void publish(int messages) {
        for (int message = 0; message < messages; message++) {
            world.publish("pump-7", 1);
        }
    }

    private List<MetricSample> samples(String metric) {
        var query = new Query(
                "pump-7",
                Measurand.of(Objects.requireNonNull(Metrics.find(metric))),
                Instant.EPOCH,
                world.clock.instant());
        return world.registry
                .read(tx -> world.samples.list(tx, HERE, query, PageRequest.first(100)))
                .items();
    }

    @Test
    void alarmWithinASecondAndClearWithTheNext() {
        expect(over(1, behavior("sent", "aws:num-messages-sent", "less-than", 3)));

        publish(3);
        assertThat(world.eventTypes()).containsExactly("in-alarm");
        world.pass(SECOND);
        publish(2);
        world.pass(SECOND);

        assertThat(world.events()).extracting(ViolationEventRecord::at).containsExactly(start, start.plusSeconds(2));
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
    }

    @Test
    void areAlsoForTheSizeOfMessages() {
        expect(over(10, tinyMessages()));

        world.publish("pump-7", 9);
        world.pass(Duration.ofSeconds(10));
        world.publish("pump-7", 3);
        world.pass(Duration.ofSeconds(9));
        assertThat(world.eventTypes()).containsExactly("in-alarm");
        world.pass(SECOND);

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
        Evidence evidence = world.review()
                .describe(HERE, world.events().getFirst().violationId())
                .evidence();
        assertThat(evidence).isEqualTo(new Evidence(new Count(9), start, start.plusSeconds(10), null));
    }

    @Test
    void areCountedOneByOne() {
        expect(consecutive(over(2, behavior("sent", "aws:num-messages-sent", "less-than", 3)), 2, 2));

        for (int messages : new int[] {3, 3, 1, 1}) {
            publish(messages);
            world.pass(Duration.ofSeconds(2));
        }

        assertThat(world.events())
                .extracting(ViolationEventRecord::at)
                .containsExactly(start.plusSeconds(2), start.plusSeconds(8));
    }

    @Test
    void compareDevicesWithEachOther() {
        expect(over(1, percentile("usual", "aws:num-messages-sent", "less-than-equals", "p90")));

        for (int window = 0; window < 2; window++) {
            for (int device = 1; device <= 10; device++) {
                for (int message = 0; message < device; message++) {
                    world.publish("device-" + device, 1);
                }
            }
            world.pass(SECOND);
        }

        assertThat(world.alarms()).containsExactly("device-10 usual");
    }

    @Test
    void judgeWhatDevicesReport() {
        expect(over(5, behavior("bytes", "aws:all-bytes-in", "less-than", 100)));

        world.report("pump-7", Map.of("aws:all-bytes-in", new Count(60)));
        world.pass(SECOND);
        world.report("pump-7", Map.of("aws:all-bytes-in", new Count(60)));
        assertThat(world.eventTypes()).containsExactly("in-alarm");
        world.pass(Duration.ofSeconds(4));
        world.report("pump-7", Map.of("aws:all-bytes-in", new Count(60)));
        world.pass(Duration.ofSeconds(5));

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
    }

    @Test
    void haveTheirValuesKeptOneByOne() {
        expect(
                over(5, behavior("burst", "aws:num-messages-sent", "less-than", 100)),
                behavior("sent", "aws:num-messages-sent", "less-than", 100),
                behavior("received", "aws:num-messages-received", "less-than", 100));

        publish(2);
        world.pass(Duration.ofSeconds(5));
        publish(3);
        world.pass(Duration.ofMinutes(5));

        assertThat(samples("aws:num-messages-sent"))
                .extracting(MetricSample::value, sample -> Instant.ofEpochMilli(sample.at()))
                .containsExactly(tuple(new Count(2), start.plusSeconds(5)), tuple(new Count(3), start.plusSeconds(10)));
    }

    @Test
    void surviveAKill() {
        expect(over(60, behavior("sent", "aws:num-messages-sent", "less-than", 3)));
        publish(2);
        world.pass(Duration.ofSeconds(6));

        world.kill();
        publish(1);

        assertThat(world.eventTypes()).containsExactly("in-alarm");
    }
}
