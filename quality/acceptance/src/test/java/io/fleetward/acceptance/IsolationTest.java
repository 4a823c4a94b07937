// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Tenant.Reply;
import io.fleetward.acceptance.World.Extent;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.demo.Device;
import io.fleetward.demo.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every operation that is built, called by strangers with the names, ids and ARNs of a victim: nothing of the victim's
 * is told, and nothing of it changes.
 */
class IsolationTest {
    /** The client id, and the thing, of the devices of both accounts. */
    private static final String CLIENT = "isolated-thing";

    private static final String TOPIC = "isolated/topic";
    private static final int SHORTEST_SECRET = 8;
    private static final List<String> TOKENS = List.of("nextToken", "marker", "NextToken");
    private static final List<String> NEXT_TOKENS = List.of("nextToken", "nextMarker", "NextToken");
    private static final List<String> SIZES = List.of("maxResults", "pageSize", "MaxResults", "Limit");
    private static final Pattern XML_TEXT = Pattern.compile(">([^<>]+)<");

    @TempDir
    static Path folder;

    private static final ServiceModels MODELS = new ServiceModels();
    private static ServerProcess server;
    private static HttpClient http;
    private static World victim;
    private static MqttClient device;
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static Tenant owner;
    private static Tenant namesake;
    private static List<Tenant> strangers;
    private static Map<String, String> before;

    /** Texts that only the victim has been told. */
    private static Set<String> secrets;

    /** The answers to the victim that are not the same for everybody. */
    private static Map<String, String> own;

    @BeforeAll
    static void furnish() throws Exception {
        server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofHours(1), "--dev-accounts");
        http = HttpClient.newHttpClient();
        owner = tenant("111122223333", "us-east-1");
        namesake = tenant("444455556666", "us-east-1");
        strangers = List.of(namesake, tenant("777788889999", "us-east-1"), tenant("111122223333", "eu-west-1"));
        String ca = Files.readString(server.environment().caFile());
        victim = new World(owner, MODELS, ca);
        var twin = new World(namesake, MODELS, ca);
        victim.furnish();
        twin.furnish();
        device = MqttClients.create(server.environment(), CLIENT);
        device.setCallback(new Collector(HEARD));
        device.connect(MqttClients.options(server.environment(), victim.deviceKeys(), true));
        device.subscribe("#", 1);
        publish("the victim's own");
        try (Device other = Device.connect(server.environment(), CLIENT, twin.deviceKeys())) {
            other.publish(TOPIC, "another's, under the same names");
        }
        twin.settle();
        victim.settle();
        before = victim.state();
        secrets = strings(before.values());
        Map<String, String> others = twin.state();
        secrets.removeAll(strings(others.values()));
        // States and kinds are words of the API; in which of them others' things are may change at any time.
        secrets.removeIf(text -> text.matches("[A-Z_]+"));
        // Account numbers are public, and whoever has a certificate can compute its id; their ARNs stay secrets.
        secrets.removeAll(List.of(owner.account(), victim.value("certificateId")));
        secrets.remove("arn:aws:iam::" + owner.account() + ":root");
        secrets.remove("AWS::::Account:" + owner.account());
        own = new HashMap<>(before);
        own.entrySet().removeIf(answer -> answer.getValue().equals(others.get(answer.getKey())));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        http.close();
        device.close(true);
    }

    @Test
    void noOperationShowsOrChangesWhatIsAnothers() throws Exception {
        List<Operation> operations = World.built(MODELS).toList();
        assertThat(operations).hasSize(documented());
        assertThat(secrets).hasSizeGreaterThan(50);

        for (Tenant stranger : strangers) {
            operations.reversed().forEach(operation -> attack(stranger, operation));
            operations.forEach(operation -> attack(stranger, operation));
        }

        Map<String, String> after = victim.state();
        before.forEach((question, answer) ->
                assertThat(after.get(question)).as(question).isEqualTo(answer));
        publish("last");
        Awaitility.await().untilAsserted(() -> assertThat(HEARD).containsExactly("the victim's own", "last"));
    }

    @Test
    void noPageTokenLeadsIntoAnothersList() {
        int replayed = 0;
        for (Operation operation : World.built(MODELS).filter(World::isReading).toList()) {
            for (Extent extent : Extent.values()) {
                ObjectNode members = victim.members(operation, extent);
                String token = set(operation, SIZES, "1", members) ? token(owner.call(operation, members)) : "";
                if (!token.isEmpty()) {
                    replayed++;
                    set(operation, TOKENS, token, members);
                    for (Tenant stranger : strangers) {
                        Reply reply = stranger.call(operation, members);
                        assertThat(reply.status())
                                .as("%s with a token of %s by %s: %s", operation.name(), owner, stranger, reply)
                                .isBetween(400, 499);
                    }
                }
            }
        }
        assertThat(replayed).isGreaterThan(5);
    }

    /** How many operations the reference says are built. */
    private static int documented() throws IOException {
        Path page = Path.of(System.getProperty("fleetward.root"), "docs", "reference", "operations.md");
        return (int) Files.readString(page)
                .lines()
                .filter(line -> line.endsWith("| yes |"))
                .count();
    }

    private static void attack(Tenant stranger, Operation operation) {
        for (Extent extent : Extent.values()) {
            ObjectNode members = victim.members(operation, extent, "a-strangers");
            Reply reply = stranger.call(operation, members);
            assertThat(reply.status())
                    .as("%s with %s by %s: %s", World.name(operation), members, stranger, reply)
                    .isLessThan(500);
            if (World.isOfTheAccount(operation) && stranger.account().equals(owner.account())) {
                continue;
            }
            assertThat(told(reply, members))
                    .as("what %s with %s tells %s: %s", World.name(operation), members, stranger, reply)
                    .isEmpty();
            if (operation.service() != AwsService.STS) {
                assertThat(World.answer(reply))
                        .as("%s with %s by %s", World.name(operation), members, stranger)
                        .isNotEqualTo(own.get(World.question(operation, extent)));
            }
        }
    }

    /** The victim's secrets in the answer that were not in the request. */
    private static List<String> told(Reply reply, ObjectNode members) {
        Set<String> asked = new HashSet<>();
        collect(members, asked);
        return secrets.stream()
                .filter(secret -> reply.body().contains(secret))
                .filter(secret -> asked.stream().noneMatch(text -> text.contains(secret)))
                .toList();
    }

    /** Sets the first of these members that the operation has; answers whether it has one. */
    private static boolean set(Operation operation, List<String> names, String value, ObjectNode members) {
        var input = (Shape.Structure) Objects.requireNonNull(operation.input()).get();
        for (String name : names) {
            if (input.members().containsKey(name)) {
                members.set(name, JsonMapper.shared().readTree(SIZES.contains(name) ? value : '"' + value + '"'));
                return true;
            }
        }
        return false;
    }

    private static String token(Reply reply) {
        if (!reply.isSuccess() || !reply.body().startsWith("{")) {
            return "";
        }
        JsonNode answer = JsonMapper.shared().readTree(reply.body());
        return NEXT_TOKENS.stream()
                .map(name -> answer.path(name).asString(""))
                .filter(token -> !token.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The texts in the answers that are long enough to be told from others. */
    private static Set<String> strings(Iterable<String> answers) {
        Set<String> found = new HashSet<>();
        for (String answer : answers) {
            if (answer.startsWith("{")) {
                collect(JsonMapper.shared().readTree(answer), found);
            } else {
                for (Matcher texts = XML_TEXT.matcher(answer); texts.find(); ) {
                    found.add(texts.group(1));
                }
            }
        }
        found.removeIf(text -> text.length() < SHORTEST_SECRET);
        return found;
    }

    private static void collect(JsonNode node, Set<String> into) {
        if (node.isContainer()) {
            var children = new ArrayList<JsonNode>();
            node.forEach(children::add);
            children.forEach(child -> collect(child, into));
        } else if (node.isString()) {
            into.add(node.asString());
        }
    }

    private static void publish(String text) throws MqttException {
        device.publish(TOPIC, text.getBytes(StandardCharsets.UTF_8), 1, false);
    }

    private static Tenant tenant(String account, String region) {
        return new Tenant(http, MODELS, server.environment().endpoint(), account, region);
    }
}
