// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.agent;

import io.fleetward.kernel.Arn;
import io.fleetward.server.client.ServiceCalls;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives a device what it needs to report, and no more: a thing, a certificate, and the policy that lets a client connect
 * as its own thing and report for it. The certificate is active only once everything else is done.
 */
public final class Enrollment {
    /** The policy that all agents share. */
    static final String POLICY = "FleetwardAgent";

    private static final int CONFLICT = 409;
    private static final String OWN = "${iot:Connection.Thing.ThingName}";

    private final ServiceCalls iot;

    public Enrollment(ServiceCalls iot) {
        this.iot = iot;
    }

    /** The certificate of a device, in PEM with its key; never printed. */
    public record Keys(String certificateId, String certificatePem, String privateKeyPem) {
        @Override
        public String toString() {
            return "Keys[" + certificateId + "]";
        }
    }

    /** Why a device could not be enrolled. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String text) {
            super(text);
        }

        /** What a person is told. */
        public String text() {
            return Objects.requireNonNull(getMessage());
        }
    }

    /** Creates what is missing; the certificate is new and not active yet. */
    public Keys prepare(String thing) throws IOException, InterruptedException, Refused {
        JsonNode created = require("POST", "/things/" + thing, Map.of(), object());
        providePolicy(Objects.requireNonNull(Arn.parse(created.path("thingArn").asString())));
        JsonNode keys = require("POST", "/keys-and-certificate?setAsActive=false", Map.of(), object());
        String arn = keys.path("certificateArn").asString();
        require("PUT", "/target-policies/" + POLICY, Map.of(), object().put("target", arn));
        require("PUT", "/things/" + thing + "/principals", Map.of("x-amzn-principal", arn), object());
        return new Keys(
                keys.path("certificateId").asString(),
                keys.path("certificatePem").asString(),
                keys.path("keyPair").path("PrivateKey").asString());
    }

    /** Lets the device in. */
    public void activate(Keys keys) throws IOException, InterruptedException, Refused {
        require("PUT", "/certificates/" + keys.certificateId() + "?newStatus=ACTIVE", Map.of(), object());
    }

    private void providePolicy(Arn thing) throws IOException, InterruptedException, Refused {
        String document = document("arn:" + thing.partition() + ":iot:" + thing.region() + ":" + thing.account() + ":");
        ServiceCalls.Reply reply =
                iot.call("POST", "/policies/" + POLICY, Map.of(), object().put("policyDocument", document));
        if (reply.status() != CONFLICT) {
            succeed(reply);
            return;
        }
        String present = require("GET", "/policies/" + POLICY, Map.of(), object())
                .path("policyDocument")
                .asString();
        if (!JsonMapper.shared().readTree(present).equals(JsonMapper.shared().readTree(document))) {
            throw new Refused("the policy " + POLICY + " exists and says something else than agents need;"
                    + " change it back, or delete it");
        }
    }

    /** What an agent does, for whichever thing it is (detect, real agents: minimum policy). */
    static String document(String arnStart) {
        ObjectNode document = object().put("Version", "2012-10-17");
        var statements = document.putArray("Statement");
        String topic = "$aws/things/" + OWN + "/defender/metrics/json";
        statements.add(allow("iot:Connect", arnStart + "client/" + OWN));
        statements.add(allow("iot:Publish", arnStart + "topic/" + topic));
        statements.add(allow("iot:Subscribe", arnStart + "topicfilter/" + topic + "/*"));
        statements.add(allow("iot:Receive", arnStart + "topic/" + topic + "/*"));
        return document.toString();
    }

    private static ObjectNode allow(String action, String resource) {
        return object().put("Effect", "Allow").put("Action", action).put("Resource", resource);
    }

    private JsonNode require(String method, String target, Map<String, String> headers, ObjectNode body)
            throws IOException, InterruptedException, Refused {
        return succeed(iot.call(method, target, headers, body));
    }

    private static JsonNode succeed(ServiceCalls.Reply reply) throws Refused {
        if (!reply.isSuccess()) {
            throw new Refused(reply.message());
        }
        return reply.body();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
