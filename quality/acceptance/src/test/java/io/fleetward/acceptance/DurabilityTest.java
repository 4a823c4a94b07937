// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.demo.AwsClients;
import io.fleetward.demo.DeviceKeys;
import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import io.fleetward.testkit.Seed;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iot.model.ThingAttribute;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.Resource;

/**
 * Kills the server again and again while clients write, and looks whether what they were told is kept.
 *
 * <p>{@code -Dfleetward.kills=20} repeats it more often.
 */
class DurabilityTest {
    private static final int KILLS = Integer.getInteger("fleetward.kills", 2);
    private static final int WRITERS = 2;
    private static final int MOST_BEFORE_A_KILL = 40;
    private static final int FINDINGS_PER_CALL = 10;
    private static final String KEEPER = "keeper";
    private static final String GENERATOR = "durability";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ALLOW_ALL = "{\"Version\":\"2012-10-17\",\"Statement\":"
            + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    @TempDir
    Path folder;

    private final ServiceModels models = new ServiceModels();
    private final Queue<String> things = new ConcurrentLinkedQueue<>();
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private DeviceKeys keys = new DeviceKeys("", "");
    private String account = "";
    private String productArn = "";
    private String region = "";

    @Test
    void everythingThatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        try (var files = new FileImports();
                var http = HttpClient.newHttpClient()) {
            provision(http, files);
            for (int kill = 1; kill <= KILLS; kill++) {
                writeUntilKilled(http, files, "kill-" + kill + "-", 1 + random.nextInt(MOST_BEFORE_A_KILL));
                verify(http, files, kill, seed);
            }
        }
    }

    /** A device with a session that outlives its connections, and a hub. */
    private void provision(HttpClient http, FileImports files) throws Exception {
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            var created = aws.iot().createKeysAndCertificate(r -> r.setAsActive(true));
            keys = new DeviceKeys(created.certificatePem(), created.keyPair().privateKey());
            String[] certificate = created.certificateArn().split(":", -1);
            account = certificate[4];
            productArn = "arn:aws:securityhub:%s:%s:product/%s/default".formatted(certificate[3], account, account);
            region = certificate[3];
            aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
            files.listen(tenant(http, server));
            aws.iot().createPolicy(r -> r.policyName("All").policyDocument(ALLOW_ALL));
            aws.iot().attachPolicy(r -> r.policyName("All").target(created.certificateArn()));
            MqttClient keeper = MqttClients.create(server.environment(), KEEPER);
            keeper.connect(MqttClients.options(server.environment(), keys, false));
            keeper.subscribe("kept/#", 1);
            keeper.disconnect();
            keeper.close();
        }
    }

    private void writeUntilKilled(HttpClient http, FileImports files, String prefix, int enough) throws Exception {
        int already = things.size() + messages.size();
        int found = findings.size();
        int imported = files.acknowledged();
        ServerProcess server = start();
        try (var aws = new AwsClients(server.environment())) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = prefix + writer + "-";
                Thread.ofVirtual().start(() -> createThings(aws, name));
                Thread.ofVirtual().start(() -> importFindings(aws, name));
                Thread.ofVirtual().start(() -> publish(server.environment(), name));
            }
            Thread.ofVirtual().start(() -> files.importForever(tenant(http, server), prefix + "file-"));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> things.size() + messages.size() >= already + enough
                            && findings.size() > found
                            && files.acknowledged() > imported);
            server.kill();
        }
    }

    private void createThings(AwsClients aws, String prefix) {
        try {
            for (int i = 0; true; i++) {
                String name = prefix + i;
                aws.iot().createThing(r -> r.thingName(name));
                things.add(name);
            }
        } catch (SdkException | IllegalStateException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private void importFindings(AwsClients aws, String prefix) {
        try {
            for (int i = 0; true; i++) {
                List<String> ids = IntStream.range(i * FINDINGS_PER_CALL, (i + 1) * FINDINGS_PER_CALL)
                        .mapToObj(number -> prefix + number)
                        .toList();
                var answer = aws.hub()
                        .batchImportFindings(
                                r -> r.findings(ids.stream().map(this::finding).toList()));
                assertThat(answer.successCount()).isEqualTo(FINDINGS_PER_CALL);
                findings.addAll(ids);
            }
        } catch (SdkException | IllegalStateException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private AwsSecurityFinding finding(String id) {
        return AwsSecurityFinding.builder()
                .schemaVersion("2018-10-08")
                .id(id)
                .productArn(productArn)
                .generatorId(GENERATOR)
                .awsAccountId(account)
                .types("Software and Configuration Checks")
                .createdAt("2026-03-01T10:00:00Z")
                .updatedAt("2026-03-01T10:00:00Z")
                .severity(severity -> severity.label("LOW"))
                .title(id)
                .description(id)
                .resources(Resource.builder().type("Other").id(id).build())
                .build();
    }

    /** The client returns from a publish once it has the acknowledgement. */
    private void publish(Environment environment, String prefix) {
        try (MqttClient client = MqttClients.create(environment, prefix + "publisher")) {
            client.connect(MqttClients.options(environment, keys, true));
            for (int i = 0; true; i++) {
                String text = prefix + i;
                client.publish("kept/" + prefix, text.getBytes(StandardCharsets.UTF_8), 1, false);
                messages.add(text);
            }
        } catch (MqttException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private void verify(HttpClient http, FileImports files, int kill, Seed seed) throws Exception {
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            List<String> stored = aws.iot().listThingsPaginator().things().stream()
                    .map(ThingAttribute::thingName)
                    .toList();
            assertThat(stored).as("kill %d, %s", kill, seed).containsAll(things);
            assertThat(stored.size() - things.size())
                    .as("things besides: at most the unanswered request of each writer, kill %d, %s", kill, seed)
                    .isBetween(0, WRITERS * kill);
            List<String> kept = aws.hub().getFindingsPaginator(r -> r.maxResults(100)).findings().stream()
                    .filter(finding -> finding.generatorId().equals(GENERATOR))
                    .map(AwsSecurityFinding::id)
                    .toList();
            var lost = new HashSet<>(findings);
            kept.forEach(lost::remove);
            assertThat(lost).as("findings lost, kill %d, %s", kill, seed).isEmpty();
            assertThat(kept.size() - findings.size())
                    .as("findings besides: at most the unanswered import of each writer, kill %d, %s", kill, seed)
                    .isBetween(0, WRITERS * kill * FINDINGS_PER_CALL);
            files.verify(tenant(http, server), aws.hub(), "kill " + kill + ", " + seed);
            receive(server.environment(), "kill " + kill + ", " + seed);
        }
    }

    private void receive(Environment environment, String when) throws Exception {
        try (MqttClient keeper = MqttClients.create(environment, KEEPER)) {
            keeper.setCallback(new Collector(received));
            IMqttToken connected = keeper.connectWithResult(MqttClients.options(environment, keys, false));
            assertThat(connected.getSessionPresent())
                    .as("the session is kept, " + when)
                    .isTrue();
            Awaitility.await(when)
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(received).containsAll(messages));
            keeper.disconnect();
        }
    }

    private Tenant tenant(HttpClient http, ServerProcess server) {
        return new Tenant(http, models, server.environment().endpoint(), account, region);
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5), "--dev-accounts");
    }
}
