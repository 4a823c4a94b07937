// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.ServerProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.BehaviorModelTrainingSummary;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.iot.model.ConfidenceLevel;
import software.amazon.awssdk.services.iot.model.CustomMetricType;
import software.amazon.awssdk.services.iot.model.ModelStatus;
import software.amazon.awssdk.services.iot.model.ViolationEvent;
import software.amazon.awssdk.services.iot.model.ViolationEventType;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Devices report about themselves over mutual TLS and are answered, as agents of AWS expect it. */
class DeviceReportTest {
    /** The patience of AWS's demonstration in C. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Who waits for a window to close does not wait for five minutes. */
    private static final int WINDOW_SECONDS = 5;

    private static final int THINGS = 20;
    private static final int REPORTS = 10;
    private static final String TRAFFIC = "aws:all-bytes-out";
    private static final String POLICY = "AllowAll";
    private static final String REPORT = """
            {"header": {"report_id": %d, "version": "1.0"},
             "metrics": {"listening_tcp_ports": {"ports": [{"interface": "eth0", "port": 22}], "total": 1}},
             "custom_metrics": {"battery": [{"number": 81.5}]}}
            """;

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static DeviceKeys keys;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private MqttClient device;

    private record Heard(String topic, MqttMessage message) {
        JsonNode json() {
            return JsonMapper.shared().readTree(new String(message.getPayload(), StandardCharsets.UTF_8));
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(
                Commands.SERVER,
                folder.resolve("data"),
                Duration.ofMinutes(5),
                "--allow-short-windows",
                "--learning-datapoints",
                Integer.toString(THINGS * REPORTS));
        try (var aws = new AwsClients(server.environment())) {
            aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
            aws.hub()
                    .enableImportFindingsForProduct(r -> r.productArn("arn:aws:securityhub:"
                            + server.environment().get("AWS_REGION") + "::product/aws/iot-device-defender-detect"));
            aws.iot()
                    .createPolicy(r -> r.policyName(POLICY)
                            .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":"
                                    + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"));
            aws.iot()
                    .createCustomMetric(r -> r.metricName("battery")
                            .metricType(CustomMetricType.NUMBER)
                            .displayName("Battery level"));
            keys = Fleet.provision(aws, POLICY);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() throws Exception {
        device = MqttClients.create(server.environment(), "gateway");
        device.connect(MqttClients.options(server.environment(), keys, true));
    }

    @AfterEach
    void disconnect() throws Exception {
        device.disconnect();
        device.close();
    }

    /** A connection may publish a hundred messages a second; what exceeds that is lost, and only MQTT 5 says so. */
    private void reconnect() throws Exception {
        disconnect();
        connect();
    }

    private void subscribe(String filter, int qos) throws Exception {
        device.subscribe(filter, qos, (topic, message) -> heard.add(new Heard(topic, message)));
    }

    private Heard next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "no reply in time");
    }

    private void publish(String topic, byte[] payload, int qos) throws Exception {
        device.publish(topic, payload, qos, false);
    }

    private static String topic(String thing, String format) {
        return "$aws/things/" + thing + "/defender/metrics/" + format;
    }

    private static byte[] report(long id) {
        return REPORT.formatted(id).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isAnsweredInTheFormatOfTheReport() throws Exception {
        subscribe(topic("pump-7", "json/+"), 1);
        subscribe(topic("pump-7", "cbor/accepted"), 0);

        publish(topic("pump-7", "json"), report(1_767_323_101), 1);
        Heard json = next();
        publish(topic("pump-7", "cbor"), cbor(report(3_000_000_000L)), 0);
        Heard cbor = next();

        assertThat(json.topic()).isEqualTo(topic("pump-7", "json/accepted"));
        assertThat(json.message().getQos()).isEqualTo(1);
        assertThat(new String(json.message().getPayload(), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"thingName\":\"pump-7\",\"reportId\":1767323101,\"status\":\"ACCEPTED\",\"timestamp\":1");
        assertThat(cbor.topic()).isEqualTo(topic("pump-7", "cbor/accepted"));
        assertThat(cbor.message().getQos()).isZero();
        JsonNode said = new CBORMapper().readTree(cbor.message().getPayload());
        assertThat(said.path("reportId").longValue()).isEqualTo(3_000_000_000L);
        assertThat(said.path("status").stringValue()).isEqualTo("ACCEPTED");
        assertThat(said.path("timestamp").longValue()).isGreaterThan(1_700_000_000_000L);
    }

    @Test
    void isToldWhyAReportIsRejected() throws Exception {
        subscribe(topic("pump-8", "+/rejected"), 1);

        publish(
                topic("pump-8", "json"),
                "{\"header\": {\"report_id\": 7, \"version\": \"1.0\"}".getBytes(StandardCharsets.UTF_8),
                1);
        JsonNode unreadable = next().json();
        String wrongKind = REPORT.formatted(8).replace("[{\"number\": 81.5}]", "[{\"string_list\": [\"full\"]}]");
        publish(topic("pump-8", "json"), wrongKind.getBytes(StandardCharsets.UTF_8), 0);
        JsonNode wrong = next().json();

        assertThat(unreadable.has("reportId")).isFalse();
        assertThat(unreadable.path("status").stringValue()).isEqualTo("REJECTED");
        assertThat(wrong.path("reportId").longValue()).isEqualTo(8);
        assertThat(wrong.path("statusDetails").toString())
                .isEqualTo("{\"ErrorCode\":\"InvalidPayload\",\"ErrorMessage\":\"Malformed metrics report\"}");
    }

    @Test
    void isNotHeardByOthersAndNotKept() throws Exception {
        subscribe("$aws/things/+/defender/metrics/json", 1);
        subscribe(topic("pump-9", "json/accepted"), 1);

        device.publish(topic("pump-9", "json"), report(9), 1, true);

        assertThat(next().topic()).isEqualTo(topic("pump-9", "json/accepted"));
        subscribe("$aws/things/#", 1);
        publish(topic("pump-9", "json"), report(10), 1);
        assertThat(next().json().path("reportId").longValue())
                .as("the first thing heard is the reply to the next report, and no report")
                .isEqualTo(10);
    }

    @Test
    void isToldToSlowDown() throws Exception {
        subscribe(topic("pump-10", "json/+"), 1);

        for (int id = 0; id < 12; id++) {
            publish(topic("pump-10", "json"), report(id), 1);
        }

        JsonNode reply = next().json();
        while (reply.path("status").stringValue().equals("ACCEPTED")) {
            reply = next().json();
        }
        assertThat(reply.path("statusDetails").path("ErrorCode").stringValue()).isEqualTo("Throttled");
    }

    @Test
    void raisesAlarmsThatBecomeFindings() throws Exception {
        try (var aws = new AwsClients(server.environment())) {
            watch(
                    aws,
                    "Closed",
                    lessThan("few-ports", "aws:num-listening-tcp-ports", 1),
                    atLeast("charged", "battery", 90));

            publish(topic("pump-11", "json"), report(1), 1);

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                assertThat(aws.iot()
                                .listActiveViolations(r -> r.thingName("pump-11"))
                                .activeViolations())
                        .extracting(violation -> violation.behavior().name())
                        .containsExactlyInAnyOrder("few-ports", "charged");
                assertThat(aws.hub().getFindings(r -> r.maxResults(100)).findings())
                        .extracting(AwsSecurityFinding::title)
                        .anyMatch(title -> title.contains("pump-11") && title.contains("few-ports"))
                        .anyMatch(title -> title.contains("pump-11") && title.contains("charged"));
            });
            assertThat(aws.iot()
                            .listActiveViolations(r -> r.thingName("pump-11"))
                            .activeViolations())
                    .filteredOn(violation -> violation.behavior().name().equals("charged"))
                    .allSatisfy(violation ->
                            assertThat(violation.lastViolationValue().number()).isEqualTo(81.5));
        }
    }

    @Test
    void alarmsOfShortWindowsAreOverWithinSeconds() throws Exception {
        try (var aws = new AwsClients(server.environment())) {
            watch(aws, "Small", lessThan("small", "aws:message-byte-size", 8));

            publish("pumps/level", "far too long".getBytes(StandardCharsets.UTF_8), 1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() ->
                            small(aws).anyMatch(event -> event.violationEventType() == ViolationEventType.IN_ALARM));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                publish("pumps/level", "ok".getBytes(StandardCharsets.UTF_8), 1);
                return small(aws).anyMatch(event -> event.violationEventType() == ViolationEventType.ALARM_CLEARED);
            });
        }
    }

    /** Twenty pumps teach a model; another, of which nothing is known, is judged by what they have in common. */
    @Test
    void raisesAlarmsOnWhatModelsDidNotExpect() throws Exception {
        try (var aws = new AwsClients(server.environment())) {
            watch(aws, "Usual", learned(ConfidenceLevel.LOW));
            for (int report = 0; report < REPORTS; report++) {
                reconnect();
                for (int thing = 0; thing < THINGS; thing++) {
                    publish(topic(pump(thing), "json"), traffic(report, 1_000 + thing + 5 * report), 1);
                }
            }
            awaitKept(aws);
            assertThat(model(aws).modelStatus()).isEqualTo(ModelStatus.PENDING_BUILD);

            aws.iot()
                    .updateSecurityProfile(
                            r -> r.securityProfileName("Usual").behaviors(learned(ConfidenceLevel.HIGH)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> model(aws).modelStatus() == ModelStatus.ACTIVE);
            assertThat(model(aws).datapointsCollectionPercentage()).isEqualTo(100);
            assertThat(model(aws).lastModelRefreshDate()).isNotNull();
            assertThat(aws.iot()
                            .listActiveViolations(r -> r.securityProfileName("Usual"))
                            .activeViolations())
                    .as("nobody has done anything")
                    .isEmpty();
            publish(topic(pump(THINGS), "json"), traffic(1, 5_000_000), 1);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(learnedFindings(aws))
                            .singleElement()
                            .satisfies(finding -> {
                                assertThat(finding.productFields())
                                        .containsEntry("ConfidenceLevel", "HIGH")
                                        .containsEntry("fleetward/ObservedValue", "5000000")
                                        .containsEntry("fleetward/Context", "GROUP")
                                        .containsEntry("fleetward/ModelVersion", "1")
                                        .hasEntrySatisfying(
                                                "fleetward/Explanation",
                                                text -> assertThat(text).contains("5000000"));
                                assertThat(finding.title())
                                        .contains(pump(THINGS))
                                        .contains("MACHINE_LEARNING");
                            }));
            assertThat(aws.iot()
                            .listActiveViolations(r -> r.securityProfileName("Usual"))
                            .activeViolations())
                    .singleElement()
                    .satisfies(violation -> {
                        assertThat(violation.thingName()).isEqualTo(pump(THINGS));
                        assertThat(violation.violationEventAdditionalInfo().confidenceLevel())
                                .isEqualTo(ConfidenceLevel.HIGH);
                        assertThat(violation.lastViolationValue().count()).isEqualTo(5_000_000);
                    });
        }
    }

    /** What was reported is written down some seconds later; until then nothing can be learned from it. */
    private static void awaitKept(AwsClients aws) {
        Instant now = Instant.now();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> IntStream.range(0, THINGS)
                        .allMatch(thing -> aws.iot()
                                        .listMetricValues(r -> r.thingName(pump(thing))
                                                .metricName(TRAFFIC)
                                                .startTime(now.minus(Duration.ofHours(1)))
                                                .endTime(now.plus(Duration.ofHours(1))))
                                        .metricDatumList()
                                        .size()
                                == REPORTS));
    }

    private static BehaviorModelTrainingSummary model(AwsClients aws) {
        return aws.iot()
                .getBehaviorModelTrainingSummaries(r -> r.securityProfileName("Usual"))
                .summaries()
                .getFirst();
    }

    private static List<AwsSecurityFinding> learnedFindings(AwsClients aws) {
        return aws.hub().getFindings(r -> r.maxResults(100)).findings().stream()
                .filter(finding -> finding.title().contains("MACHINE_LEARNING"))
                .toList();
    }

    private static String pump(int number) {
        return "usual-pump-" + number;
    }

    private static byte[] traffic(long id, long bytes) {
        return "{\"header\": {\"report_id\": %d, \"version\": \"1.0\"}, \"metrics\": {\"network_stats\": {\"bytes_out\": %d}}}"
                .formatted(id, bytes)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Behavior learned(ConfidenceLevel confidence) {
        return Behavior.builder()
                .name("traffic")
                .metric(TRAFFIC)
                .criteria(criteria -> criteria.mlDetectionConfig(config -> config.confidenceLevel(confidence)))
                .build();
    }

    private static void watch(AwsClients aws, String name, Behavior... behaviors) {
        String profile = aws.iot()
                .createSecurityProfile(r -> r.securityProfileName(name).behaviors(behaviors))
                .securityProfileArn();
        String everything = profile.replace("securityprofile/" + name, "all/things");
        aws.iot().attachSecurityProfile(r -> r.securityProfileName(name).securityProfileTargetArn(everything));
    }

    private static Stream<ViolationEvent> small(AwsClients aws) {
        Instant now = Instant.now();
        return aws
                .iot()
                .listViolationEvents(r -> r.thingName("gateway")
                        .startTime(now.minus(Duration.ofHours(1)))
                        .endTime(now.plus(Duration.ofHours(1))))
                .violationEvents()
                .stream()
                .filter(event -> event.behavior().name().equals("small"));
    }

    private static Behavior lessThan(String name, String metric, long count) {
        return Behavior.builder()
                .name(name)
                .metric(metric)
                .criteria(criteria -> criteria.comparisonOperator(ComparisonOperator.LESS_THAN)
                        .value(value -> value.count(count))
                        .durationSeconds(WINDOW_SECONDS))
                .build();
    }

    private static Behavior atLeast(String name, String metric, double number) {
        return Behavior.builder()
                .name(name)
                .metric(metric)
                .criteria(criteria -> criteria.comparisonOperator(ComparisonOperator.GREATER_THAN_EQUALS)
                        .value(value -> value.number(number))
                        .durationSeconds(WINDOW_SECONDS))
                .build();
    }

    private static byte[] cbor(byte[] json) {
        return new CBORMapper().writeValueAsBytes(JsonMapper.shared().readTree(json));
    }
}
