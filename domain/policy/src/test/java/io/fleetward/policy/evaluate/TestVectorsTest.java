// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The published test vectors, each decided by the engine and by an authorizer (iot-core, test vectors). */
class TestVectorsTest {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest(name = "{0}: {3} with {1} is {4}")
    @CsvFileSource(resources = "test-vectors.csv", delimiter = '|', numLinesToSkip = 3, maxCharsPerColumn = 2000)
    void decides(String id, String shorthand, String known, String asked, Outcome expected, String source) {
        List<NamedPolicy> policies = PolicyShorthand.policies(shorthand);
        PolicyContext context = context(known);
        String name = asked.substring(asked.indexOf(' ') + 1);
        DeviceAction action = action(asked.substring(0, asked.indexOf(' ')));

        Decision explained = PolicyEngine.decide(
                policies, new AuthorizationRequest(action, action.resource(SCOPE, name), context.at(NOW)));
        Outcome quick = new Authorizer(SCOPE, policies, context).decide(action, name, NOW);

        assertThat(explained.outcome())
                .as("%s of %s: %s", id, source, explained)
                .isEqualTo(expected);
        assertThat(quick).as("%s of %s by the authorizer", id, source).isEqualTo(expected);
    }

    private static DeviceAction action(String name) {
        return Arrays.stream(DeviceAction.values())
                .filter(action -> action.wireName().equals("iot:" + name))
                .findFirst()
                .orElseThrow();
    }

    private static PolicyContext context(String known) {
        PolicyContext.Builder context = PolicyContext.builder().put(ContextKeys.SECURE_TRANSPORT, "true");
        boolean isAttached = false;
        for (String entry : known.split(" ", -1)) {
            String name = entry.substring(0, entry.indexOf('='));
            String value = entry.substring(entry.indexOf('=') + 1);
            isAttached |= name.equals("thing");
            switch (name) {
                case "client" -> context.put(ContextKeys.CLIENT_ID, value);
                case "thing" ->
                    context.put(ContextKeys.CONNECTION_THING_NAME, value).put(ContextKeys.THING_NAME, value);
                case "type" -> context.put(ContextKeys.THING_TYPE_NAME, value);
                case "attached" -> isAttached = Boolean.parseBoolean(value);
                case "ip" -> context.put(ContextKeys.SOURCE_IP, value);
                case "connect" -> context.put(ContextKeys.CONNECT_ATTRIBUTES, list(value));
                case "will" -> context.put(ContextKeys.LAST_WILL_TOPIC, DeviceAction.PUBLISH.resource(SCOPE, value));
                default -> other(context, name, value);
            }
        }
        return context.put(ContextKeys.IS_ATTACHED, Boolean.toString(isAttached))
                .build();
    }

    private static void other(PolicyContext.Builder context, String name, String value) {
        if (name.startsWith("attribute.")) {
            context.put(ContextKeys.thingAttribute(name.substring("attribute.".length())), value);
        } else if (name.startsWith("certificate.")) {
            context.put("iot:Certificate." + name.substring("certificate.".length()), list(value));
        } else {
            throw new AssertionError("unknown in a context: " + name);
        }
    }

    private static List<String> list(String values) {
        return List.of(values.split(",", -1));
    }
}
