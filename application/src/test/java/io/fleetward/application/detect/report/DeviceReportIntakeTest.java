// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.detect.CustomMetricTypes;
import io.fleetward.application.detect.InMemoryCustomMetrics;
import io.fleetward.application.detect.report.ReportCounters.Counter;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.broker.message.Message;
import io.fleetward.detect.custom.CustomMetricDefinition;
import io.fleetward.detect.metric.CustomMetricType;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.report.AgentReports;
import io.fleetward.detect.report.DeviceReport;
import io.fleetward.detect.report.DeviceSide;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.testkit.VirtualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DeviceReportIntakeTest {
    private static final AccountRegion HERE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion THERE = AccountRegion.of("444455556666", "eu-west-1");
    private static final String NOTHING = "{'hed': {'rid': %d, 'v': '1.0'}, 'met': {}}";

    private final VirtualClock clock = VirtualClock.atStart();
    private final Transactions transactions = new InMemoryTransactions();
    private final InMemoryCustomMetrics metrics = new InMemoryCustomMetrics();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Message> replies = new ArrayList<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final ReportCounters counters = new ReportCounters();
    private boolean isBroken;
    private final MessagePublisher answers = (_, message) -> {
        replies.add(message);
        return CompletableFuture.allOf();
    };
    private final DeviceReportIntake intake = intake(ReportLimits.DEFAULT);

    private record Taken(AccountRegion scope, String thing, DeviceReport report, long at) {}

    private DeviceReportIntake intake(ReportLimits limits) {
        return new DeviceReportIntake(
                new ReportReceivers(new CustomMetricTypes(transactions, metrics), this::take, this::queue),
                limits,
                counters,
                clock);
    }

    private void take(AccountRegion scope, String thing, DeviceReport report, long at) {
        if (isBroken) {
            throw new IllegalStateException("broken");
        }
        taken.add(new Taken(scope, thing, report, at));
    }

    private void queue(Runnable task) {
        if (work.size() >= 100) {
            throw new RejectedExecutionException("full");
        }
        work.add(task);
    }

    private void run() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private void send(String thing, ReportFormat format, byte[] payload) {
        var topic = new TopicName("$aws/things/" + thing + "/defender/metrics/" + format.topicLevel());
        assertThat(intake.takes(topic)).isTrue();
        intake.handle(HERE, Message.of(topic, payload, 1, false), answers);
    }

    private void send(String thing, String json) {
        send(thing, ReportFormat.JSON, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        run();
    }

    /** The one reply since the last time. */
    private Message reply() {
        assertThat(replies).hasSize(1);
        return replies.removeFirst();
    }

    private String replyText() {
        return new String(reply().payload(), StandardCharsets.UTF_8).replace('"', '\'');
    }

    private void define(String name, CustomMetricType type) {
        transactions.change(tx -> metrics.add(
                tx,
                new CustomMetricDefinition(HERE, name, type, null, clock.instant(), clock.instant()),
                "token-" + name));
    }

    @ParameterizedTest
    @EnumSource
    void acceptsAReportInEitherFormat(ReportFormat format) {
        send("pump-7", format, format.encode((ObjectNode) AgentReports.GO.tree()));
        run();

        assertThat(taken).containsExactly(new Taken(HERE, "pump-7", AgentReports.GO.report(), clock.millis()));
        Message reply = reply();
        assertThat(reply.topic())
                .hasToString("$aws/things/pump-7/defender/metrics/" + format.topicLevel() + "/accepted");
        assertThat(reply.qos()).isEqualTo(1);
        JsonNode said = Objects.requireNonNull(format.decode(reply.payload()));
        assertThat(said.toString().replace('"', '\''))
                .isEqualTo("{'thingName':'pump-7','reportId':1767323107,'status':'ACCEPTED','timestamp':"
                        + clock.millis() + "}");
        assertThat(counters.get(Counter.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void saysWhyAReportIsRejectedAndWhichOneItWas() {
        send("pump-7", "{'header': {'report_id': 7, 'version': '1.0'}}");

        Message reply = replies.getFirst();
        assertThat(reply.topic()).hasToString("$aws/things/pump-7/defender/metrics/json/rejected");
        assertThat(replyText())
                .isEqualTo("{'thingName':'pump-7','reportId':7,'status':'REJECTED','statusDetails':{'ErrorCode':"
                        + "'InvalidPayload','ErrorMessage':'Malformed metrics report'},'timestamp':" + clock.millis()
                        + "}");
        assertThat(taken).isEmpty();
        assertThat(counters.get(Counter.REFUSED)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{'header': {'report_id': 'x', 'version': '1.0'}, 'metrics': {}}"})
    void leavesOutAnIdThatItCouldNotRead(String payload) {
        send("pump-7", payload);

        assertThat(replyText()).contains("'status':'REJECTED'").doesNotContain("reportId");
    }

    @Test
    void rejectsNamesThatNoDeviceMayHave() {
        send("x".repeat(129), NOTHING.formatted(1));
        assertThat(replyText()).contains("'ErrorCode':'InvalidPayload'", "thing name");
        send("a\u0007b", NOTHING.formatted(1));
        assertThat(replyText()).contains("thing name");
        send("", NOTHING.formatted(1));
        assertThat(replyText()).contains("thing name");
        send("ä".repeat(64), NOTHING.formatted(1));
        assertThat(replyText()).contains("ACCEPTED");
    }

    @Test
    void takesOtherTopicsForOthers() {
        for (String topic : List.of(
                "$aws/things/pump-7/defender/metrics/json/accepted",
                "$aws/things/pump-7/defender/metrics/xml",
                "$aws/things/pump-7/shadow/update",
                "$aws/things/a/b/defender/metrics/json",
                "$aws/things/pump-7",
                "things/pump-7/defender/metrics/json")) {
            assertThat(intake.takes(new TopicName(topic))).as(topic).isFalse();
        }
    }

    @Test
    void countsARepeatedReportOnce() {
        send("pump-7", NOTHING.formatted(1));
        send("pump-7", NOTHING.formatted(1));

        assertThat(taken).hasSize(1);
        assertThat(replies)
                .hasSize(2)
                .allSatisfy(reply -> assertThat(new String(reply.payload(), StandardCharsets.UTF_8))
                        .contains("ACCEPTED"));
        assertThat(counters.get(Counter.REPEATED)).isEqualTo(1);
    }

    @Test
    void takesAnIdAgainWithAnotherPayloadAnotherThingAnotherAccountOrAnHourLater() {
        send("pump-7", NOTHING.formatted(1));
        send("pump-7", "{'hed': {'rid': 1, 'v': '1.0'}, 'met': {'ns': {'bi': 5}}}");
        send("pump-8", NOTHING.formatted(1));
        intake.handle(
                THERE,
                Message.of(
                        new TopicName("$aws/things/pump-7/defender/metrics/json"),
                        NOTHING.formatted(1).replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        0,
                        false),
                answers);
        run();
        clock.advance(Duration.ofMinutes(61));
        send("pump-7", NOTHING.formatted(1));

        assertThat(taken).hasSize(5);
    }

    @Test
    void keepsTheValuesOfMetricsThatAreDefined() {
        define("battery", CustomMetricType.NUMBER);
        String report = "{'hed': {'rid': 1, 'v': '1.0'}, 'cmet': {'battery': [{'number': 81.5}], 'load': [{'number':"
                + " 1}]}, 'met': {'ns': {'bi': 5}}}";

        send("pump-7", report);

        assertThat(taken)
                .singleElement()
                .satisfies(one -> assertThat(one.report().values())
                        .isEqualTo(Map.of(
                                "battery",
                                new MetricValue.Numeric(81.5),
                                DeviceSide.BYTES_IN,
                                new MetricValue.Count(5))));
        replies.clear();
        send("pump-7", "{'hed': {'rid': 2, 'v': '1.0'}, 'cmet': {'battery': [{'string_list': ['full']}]}}");
        assertThat(replyText()).contains("'reportId':2,'status':'REJECTED'");
    }

    @Test
    void letsADeviceSendAgainWhatFailed() {
        isBroken = true;
        send("pump-7", NOTHING.formatted(1));
        assertThat(replyText()).contains("'reportId':1,'status':'REJECTED'", "'ErrorCode':'InternalFailure'");
        assertThat(counters.get(Counter.FAILED)).isEqualTo(1);

        isBroken = false;
        send("pump-7", NOTHING.formatted(1));
        assertThat(replyText()).contains("ACCEPTED");
        assertThat(taken).hasSize(1);
    }

    @Test
    void tellsADeviceThatIsTooFastOnceASecond() {
        for (int id = 0; id < 15; id++) {
            send("pump-7", NOTHING.formatted(id));
        }

        assertThat(taken).hasSize(10);
        assertThat(new String(replies.getLast().payload(), StandardCharsets.UTF_8))
                .contains("\"ErrorCode\":\"Throttled\",\"ErrorMessage\":\"Messages throttled\"")
                .doesNotContain("reportId");
        assertThat(replies).hasSize(11);
        assertThat(counters.get(Counter.THROTTLED)).isEqualTo(1);
        assertThat(counters.get(Counter.IGNORED)).isEqualTo(4);
        clock.advance(Duration.ofSeconds(1));
        send("pump-7", NOTHING.formatted(99));
        assertThat(taken).hasSize(11);
    }

    @Test
    void aDeviceThatFloodsHarmsNobodyElse() {
        int sent = 10_000;
        for (int i = 0; i < sent; i++) {
            send("flooder", "{{{");
            if (i % 1_000 == 0) {
                send("pump-" + i, NOTHING.formatted(i));
            }
            clock.advance(Duration.ofMillis(10));
        }

        int seconds = sent / 100;
        assertThat(taken).hasSize(sent / 1_000);
        assertThat(counters.get(Counter.REFUSED)).isBetween((long) seconds, seconds + 10L);
        assertThat(counters.get(Counter.THROTTLED)).isLessThanOrEqualTo(seconds);
        assertThat(replies).hasSizeLessThan(2 * seconds + 10 + taken.size());
    }

    @Test
    void throttlesTheDevicesOfAnAccountTogether() {
        var narrow = intake(new ReportLimits(1, 2));
        for (String thing : List.of("a", "b", "c")) {
            narrow.handle(
                    HERE,
                    Message.of(
                            new TopicName("$aws/things/" + thing + "/defender/metrics/json"),
                            NOTHING.formatted(1).replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                            0,
                            false),
                    answers);
        }
        run();

        assertThat(taken).extracting(Taken::thing).containsExactly("a", "b");
        assertThat(counters.get(Counter.THROTTLED)).isEqualTo(1);
    }

    @Test
    void throttlesWhenTheWorkerCannotFollow() {
        for (int i = 0; i < 101; i++) {
            send(
                    "pump-" + i,
                    ReportFormat.JSON,
                    NOTHING.formatted(1).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        assertThat(replyText()).contains("'thingName':'pump-100'", "Throttled");
        run();
        assertThat(taken).hasSize(100);
    }
}
