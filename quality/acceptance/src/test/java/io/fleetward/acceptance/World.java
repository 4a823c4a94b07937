// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Tenant.Reply;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.demo.DeviceKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of everything that a tenant can own, made by the script in {@code world.json}, and the requests that ask for it.
 *
 * <p>A member of a request is found in that file by its name; what differs from tenant to tenant stands there in
 * {@code ${…}}. An operation with a required member that the file does not know fails with the member's name.
 */
final class World {
    private static final JsonNode FILE = read();
    private static final String CONTENT = "content";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern READING = Pattern.compile("(Describe|List|Get|BatchGet|Search).*");
    private static final Pattern XML_LEAF = Pattern.compile("<(\\w+)>([^<>]+)</\\1>");
    private static final Pattern REQUEST_ID = Pattern.compile("<RequestId>[^<]*</RequestId>");

    /** How many of an operation's members a request has. */
    enum Extent {
        REQUIRED_MEMBERS,
        KNOWN_MEMBERS
    }

    private final Tenant tenant;
    private final ServiceModels models;
    private final Map<String, String> values = new HashMap<>();

    World(Tenant tenant, ServiceModels models, String caPem) {
        this.tenant = tenant;
        this.models = models;
        Instant now = Instant.now();
        values.put("account", tenant.account());
        values.put("region", tenant.region());
        values.put(CONTENT, "secret-of-" + tenant.account());
        values.put("ca", caPem);
        values.put("now", now.toString());
        values.put("dayBefore", now.minus(Duration.ofDays(1)).toString());
        values.put("dayAfter", now.plus(Duration.ofDays(1)).toString());
    }

    /** Performs the script. */
    void furnish() {
        FILE.path("script").forEach(this::perform);
    }

    /** Waits for what follows from the script and from what the device did. */
    void settle() {
        FILE.path("afterwards").forEach(this::perform);
        Map<String, String> last = new HashMap<>();
        Awaitility.await("a state that stays").atMost(Duration.ofMinutes(2)).until(() -> {
            Map<String, String> state = state();
            boolean stays = state.equals(last);
            last.clear();
            last.putAll(state);
            return stays;
        });
    }

    /** What its device holds. */
    DeviceKeys deviceKeys() {
        return new DeviceKeys(value("certificatePem"), value("privateKey"));
    }

    /** What the script kept under that name. */
    String value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The members of a request that asks for what is this tenant's, or overwrites it with its own content. */
    ObjectNode members(Operation operation, Extent extent) {
        return members(operation, extent, value(CONTENT));
    }

    /** The same with other content. */
    ObjectNode members(Operation operation, Extent extent, String content) {
        String own = value(CONTENT);
        values.put(CONTENT, content);
        try {
            return filledMembers(operation, extent);
        } finally {
            values.put(CONTENT, own);
        }
    }

    private ObjectNode filledMembers(Operation operation, Extent extent) {
        ObjectNode members = JsonMapper.shared().createObjectNode();
        JsonNode special = FILE.path("operations").path(name(operation));
        if (operation.input() != null && operation.input().get() instanceof Shape.Structure input) {
            for (Member member : input.members().values()) {
                if (member.required() || extent == Extent.KNOWN_MEMBERS) {
                    add(member, special.path(member.name()), members);
                }
            }
            assertKnown(operation, input, members);
        }
        return members;
    }

    /**
     * The answers of all reading operations to this tenant, by operation and extent; with all the members that are
     * known a request must succeed, or the strangers' same request would prove nothing. Only what ordinary tenants are
     * refused stands in the file as such.
     */
    Map<String, String> state() {
        var state = new LinkedHashMap<String, String>();
        built(models).filter(World::isReading).forEach(operation -> {
            for (Extent extent : Extent.values()) {
                Reply reply = tenant.call(operation, members(operation, extent));
                assertThat(reply.isSuccess() || extent == Extent.REQUIRED_MEMBERS || isIn("refused", operation))
                        .as("%s of %s: %s", name(operation), tenant, reply)
                        .isTrue();
                state.put(question(operation, extent), answer(reply));
            }
        });
        return state;
    }

    /** How the state calls a request. */
    static String question(Operation operation, Extent extent) {
        return name(operation) + " with " + extent;
    }

    /** What the reply says, without what makes every reply another. */
    static String answer(Reply reply) {
        return REQUEST_ID.matcher(reply.body()).replaceAll("");
    }

    static boolean isReading(Operation operation) {
        return READING.matcher(operation.name()).matches();
    }

    /** Whether an account's answers are the same in all regions. */
    static boolean isOfTheAccount(Operation operation) {
        return isIn("ofTheAccount", operation);
    }

    private static boolean isIn(String list, Operation operation) {
        return FILE.path(list).valueStream().anyMatch(name -> name.asString().equals(name(operation)));
    }

    /** For example {@code iot:CreateThing}. */
    static String name(Operation operation) {
        return operation.service().id() + ":" + operation.name();
    }

    /** The operations for which there are records, which are those that are built. */
    static Stream<Operation> built(ServiceModels models) {
        return Arrays.stream(AwsService.values())
                .flatMap(service -> models.of(service).operations().values().stream())
                .filter(operation -> operation.input() != null);
    }

    private void perform(JsonNode step) {
        boolean isAwaited = step.has("until");
        String called = step.path(isAwaited ? "until" : "call").asString();
        Operation operation = operation(called);
        ObjectNode members = members(operation, Extent.KNOWN_MEMBERS);
        step.path("with").properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                members.remove(entry.getKey());
            } else {
                members.set(entry.getKey(), resolved(entry.getValue()));
            }
        });
        JsonNode kept = step.path("keep");
        if (isAwaited) {
            Awaitility.await(called).atMost(Duration.ofMinutes(2)).until(() -> keep(call(operation, members), kept));
        } else {
            assertThat(keep(call(operation, members), kept)).as(called).isTrue();
        }
    }

    private JsonNode call(Operation operation, ObjectNode members) {
        Reply reply = tenant.call(operation, members);
        assertThat(reply.isSuccess())
                .as("%s of %s with %s: %s", name(operation), tenant, members, reply)
                .isTrue();
        return json(reply.body());
    }

    /** The answer as JSON; of one in XML the leaves. */
    private static JsonNode json(String body) {
        if (body.startsWith("{")) {
            return JsonMapper.shared().readTree(body);
        }
        ObjectNode leaves = JsonMapper.shared().createObjectNode();
        for (Matcher leaf = XML_LEAF.matcher(body); leaf.find(); ) {
            leaves.put(leaf.group(1), leaf.group(2));
        }
        return leaves;
    }

    private boolean keep(JsonNode answer, JsonNode wanted) {
        for (var entry : wanted.properties()) {
            JsonNode found = answer.at(entry.getValue().asString());
            if (found.isMissingNode()) {
                return false;
            }
            values.put(entry.getKey(), found.asString());
        }
        return true;
    }

    private Operation operation(String name) {
        return built(models)
                .filter(operation -> name(operation).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not built: " + name));
    }

    private void add(Member member, JsonNode special, ObjectNode members) {
        JsonNode value = special.isMissingNode() ? FILE.path("members").path(member.name()) : special;
        if (!value.isMissingNode() && !value.isNull()) {
            members.set(member.name(), resolved(value));
        }
    }

    private static void assertKnown(Operation operation, Shape.Structure input, ObjectNode members) {
        for (Member member : input.members().values()) {
            if (member.required() && !members.has(member.name())) {
                throw new AssertionError("add to world.json, under \"members\", a value that a tenant owns for "
                        + member.name() + " of " + name(operation));
            }
        }
    }

    private JsonNode resolved(JsonNode value) {
        return switch (value) {
            case ArrayNode array -> {
                ArrayNode all = JsonMapper.shared().createArrayNode();
                array.forEach(item -> all.add(resolved(item)));
                yield all;
            }
            case ObjectNode object -> {
                ObjectNode all = JsonMapper.shared().createObjectNode();
                object.properties().forEach(entry -> all.set(entry.getKey(), resolved(entry.getValue())));
                yield all;
            }
            default ->
                value.isString() ? JsonMapper.shared().getNodeFactory().stringNode(filled(value.asString())) : value;
        };
    }

    private String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(World.class.getResourceAsStream("world.json"))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
