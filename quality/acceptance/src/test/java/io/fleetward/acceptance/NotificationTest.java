// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Device;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iot.model.AlertTarget;
import software.amazon.awssdk.services.iot.model.AlertTargetType;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.iot.model.AuditNotificationTarget;
import software.amazon.awssdk.services.iot.model.AuditNotificationType;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.Subscription;
import tools.jackson.databind.JsonNode;

/**
 * Alarms and audits reach an endpoint on the other side of HTTP, whatever happens to the server meanwhile.
 *
 * <p>Each test in an account of its own.
 */
class NotificationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final String POLICY = "AllowAll";
    private static final String CHECK = "LOGGING_DISABLED_CHECK";

    @TempDir
    static Path folder;

    private static ServerProcess server;

    private Environment owner;
    private NotificationReceiver receiver;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD, "--dev-accounts");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openAccount() throws Exception {
        owner = Accounts.open(server);
        receiver = new NotificationReceiver(owner.caFile());
    }

    @AfterEach
    void closeAccount() {
        receiver.close();
    }

    @Test
    @DisplayName("16: the summary of an audit reaches the topic, its details in a list; so do alarms")
    void tellsASubscribedEndpointOfAlarmsAndAudits() throws Exception {
        try (var aws = new AwsClients(owner);
                var sns = sns(owner)) {
            String topic = sns.createTopic(r -> r.name("guard")).topicArn();
            subscribe(sns, topic);
            String role = "arn:aws:iam::" + topic.split(":", -1)[4] + ":role/guard";

            audit(aws, topic, role);
            alarm(aws, topic, role);

            sns.unsubscribe(r -> r.subscriptionArn(onlySubscription(sns).subscriptionArn()));
            assertThat(sns.listSubscriptions().subscriptions()).isEmpty();
            assertThat(receiver.refused()).isEmpty();
        }
    }

    @Test
    void deliversWhatWasPublishedBeforeAPowerCut() throws Exception {
        try (var sns = sns(owner)) {
            String topic = sns.createTopic(r -> r.name("guard").attributes(Map.of("SignatureVersion", "2")))
                    .topicArn();
            subscribe(sns, topic);
            receiver.open(false);
            for (int n = 0; n < 20; n++) {
                String text = String.valueOf(n);
                sns.publish(r -> r.topicArn(topic).message(text));
            }
            server.kill();
        }
        receiver.open(true);

        start();

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.messages())
                        .extracting(JsonNode::intValue)
                        .contains(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19));
        assertThat(receiver.refused()).isEmpty();
    }

    @Test
    void speaksTheSdksLanguage() {
        try (var sns = sns(owner)) {
            String topic = sns.createTopic(r -> r.name("guard")).topicArn();
            subscribe(sns, topic);
            String subscription = onlySubscription(sns).subscriptionArn();

            String id = sns.publish(r -> r.topicArn(topic)
                            .message("{}")
                            .subject("About")
                            .messageAttributes(Map.of(
                                    "severity",
                                    MessageAttributeValue.builder()
                                            .dataType("String")
                                            .stringValue("high")
                                            .build())))
                    .messageId();
            var batch = sns.publishBatch(r -> r.topicArn(topic)
                    .publishBatchRequestEntries(
                            PublishBatchRequestEntry.builder()
                                    .id("a")
                                    .message("{\"n\": 1}")
                                    .build(),
                            PublishBatchRequestEntry.builder()
                                    .id("b")
                                    .message("{}")
                                    .subject("two\nlines")
                                    .build()));

            assertThat(batch.successful()).extracting(entry -> entry.id()).containsExactly("a");
            assertThat(batch.failed()).extracting(entry -> entry.id()).containsExactly("b");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(receiver.notifications()).hasSize(2));
            JsonNode told = receiver.notifications().stream()
                    .filter(document -> document.get("MessageId").stringValue().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.get("Subject").stringValue()).isEqualTo("About");
            assertThat(told.get("MessageAttributes")
                            .get("severity")
                            .get("Value")
                            .stringValue())
                    .isEqualTo("high");
            sns.setSubscriptionAttributes(r -> r.subscriptionArn(subscription)
                    .attributeName("RawMessageDelivery")
                    .attributeValue("true"));
            assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(subscription))
                            .attributes())
                    .containsEntry("RawMessageDelivery", "true")
                    .containsEntry("PendingConfirmation", "false");
            assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                    .hasSize(1);
            assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
                    .containsEntry("SubscriptionsConfirmed", "1");
        }
    }

    @Test
    void doesNotLetItselfBeSentAgainstItsSurroundings() {
        try (var sns = sns(owner)) {
            String topic = sns.createTopic(r -> r.name("guard")).topicArn();
            for (String endpoint : new String[] {
                "http://169.254.169.254/latest/meta-data/",
                "http://10.0.0.1/",
                "http://192.168.1.1/",
                "http://[fd00::1]/"
            }) {
                assertThatThrownBy(() -> sns.subscribe(
                                r -> r.topicArn(topic).protocol("http").endpoint(endpoint)))
                        .as(endpoint)
                        .isInstanceOf(InvalidParameterException.class)
                        .hasMessageContaining("--notify-allow");
            }
            assertThatThrownBy(() -> sns.subscribe(
                            r -> r.topicArn(topic).protocol("email").endpoint("somebody@fleetward.example")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("--smtp-url");
        }
    }

    private void audit(AwsClients aws, String topic, String role) {
        var enabled = AuditCheckConfiguration.builder().enabled(true).build();
        aws.iot()
                .updateAccountAuditConfiguration(r -> r.roleArn(role)
                        .auditCheckConfigurations(Map.of(CHECK, enabled))
                        .auditNotificationTargetConfigurations(Map.of(
                                AuditNotificationType.SNS,
                                AuditNotificationTarget.builder()
                                        .targetArn(topic)
                                        .roleArn(role)
                                        .enabled(true)
                                        .build())));
        String task =
                aws.iot().startOnDemandAuditTask(r -> r.targetCheckNames(CHECK)).taskId();
        JsonNode summary = awaitMessage("taskId", task);
        assertThat(summary.get("taskStatus").stringValue()).isEqualTo("COMPLETED");
        assertThat(summary.get("auditDetails").isArray()).isTrue();
        assertThat(summary.get("auditDetails").get(0).get("checkName").stringValue())
                .isEqualTo(CHECK);
    }

    private void alarm(AwsClients aws, String topic, String role) throws Exception {
        aws.iot()
                .createPolicy(r -> r.policyName(POLICY)
                        .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":"
                                + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}"));
        var shorter = Behavior.builder()
                .name("short")
                .metric("aws:message-byte-size")
                .criteria(c -> c.comparisonOperator(ComparisonOperator.LESS_THAN)
                        .value(value -> value.count(8L))
                        .consecutiveDatapointsToAlarm(1)
                        .consecutiveDatapointsToClear(1))
                .build();
        aws.iot()
                .createSecurityProfile(r -> r.securityProfileName("p")
                        .behaviors(shorter)
                        .alertTargets(Map.of(
                                AlertTargetType.SNS,
                                AlertTarget.builder()
                                        .alertTargetArn(topic)
                                        .roleArn(role)
                                        .build())));
        String everything = topic.replace(":sns:", ":iot:").replace(":guard", ":all/things");
        aws.iot().attachSecurityProfile(r -> r.securityProfileName("p").securityProfileTargetArn(everything));
        DeviceKeys keys = Fleet.provision(aws, POLICY);

        try (Device device = Device.connect(owner, "pump-7", keys)) {
            device.publish("t", "much too long");

            JsonNode alarm = awaitMessage("violationEventType", "in-alarm");
            assertThat(alarm.get("thingName").stringValue()).isEqualTo("pump-7");
            assertThat(alarm.get("behavior").get("name").stringValue()).isEqualTo("short");
        }
    }

    private JsonNode awaitMessage(String member, String value) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> receiver.messages().stream()
                                .filter(message ->
                                        message.path(member).asString("").equals(value))
                                .findFirst()
                                .orElse(null),
                        message -> message != null);
    }

    private void subscribe(SnsClient sns, String topic) {
        assertThat(sns.subscribe(r -> r.topicArn(topic).protocol("http").endpoint(receiver.url()))
                        .subscriptionArn())
                .isEqualTo("pending confirmation");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(receiver.refused()).isEmpty();
            assertThat(onlySubscription(sns).subscriptionArn()).startsWith(topic + ":");
        });
    }

    private static Subscription onlySubscription(SnsClient sns) {
        assertThat(sns.listSubscriptions().subscriptions()).hasSize(1);
        return sns.listSubscriptions().subscriptions().getFirst();
    }

    private static SnsClient sns(Environment environment) {
        var key = AwsBasicCredentials.create(
                environment.get("AWS_ACCESS_KEY_ID"), environment.get("AWS_SECRET_ACCESS_KEY"));
        return SnsClient.builder()
                .endpointOverride(environment.endpoint())
                .region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(key))
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }
}
