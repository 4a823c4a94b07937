// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyShorthand;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long decisions take: by an authorizer that exists, and from nothing but the texts of the policies.
 *
 * <p>Run with the test class path; prints 50th and 99th percentile in microseconds.
 */
public final class PolicyTimings {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final int SAMPLES = 200_000;

    /** What a device of a fleet typically carries: its own policy, one of its group, and a fence around the network. */
    private static final String POLICIES =
            "A(Connect, client/${iot:Connection.Thing.ThingName} where Bool iot:Connection.Thing.IsAttached=[true])"
                    + " A(Publish RetainPublish, topic/plant/${iot:Connection.Thing.ThingName}/*"
                    + " topic/$aws/things/${iot:Connection.Thing.ThingName}/*)"
                    + " A(Subscribe, topicfilter/plant/${iot:Connection.Thing.ThingName}/*"
                    + " topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/*)"
                    + " A(Receive, topic/plant/${iot:Connection.Thing.ThingName}/*"
                    + " topic/$aws/things/${iot:Connection.Thing.ThingName}/*)"
                    + " ; A(Receive Subscribe, topic/broadcast/* topicfilter/broadcast/*)"
                    + " D(Publish, topic/plant/*/secret/*)"
                    + " ; D(*, * where NotIpAddress aws:SourceIp=[10.0.0.0/8,192.0.2.0/24])";

    private PolicyTimings() {}

    public static void main(String[] arguments) {
        List<NamedPolicy> policies = PolicyShorthand.policies(POLICIES);
        List<String> texts =
                policies.stream().map(policy -> policy.document().text()).toList();
        PolicyContext context = context();
        var authorizer = new Authorizer(SCOPE, policies, context);
        String[] topics = IntStream.range(0, 1024)
                .mapToObj(i -> "plant/pump-" + (i % 3) + "/telemetry/" + i)
                .toArray(String[]::new);
        int[] turn = {0};
        Supplier<Outcome> cached = () -> authorizer.decide(DeviceAction.PUBLISH, topics[turn[0]++ & 1023], NOW);
        Supplier<Outcome> connecting =
                () -> new Authorizer(SCOPE, policies, context).decide(DeviceAction.CONNECT, "pump-1", NOW);
        Supplier<Outcome> cold = () -> new Authorizer(
                        SCOPE,
                        texts.stream()
                                .map(text -> new NamedPolicy("p", "1", PolicyShorthand.parse(text)))
                                .toList(),
                        context())
                .decide(DeviceAction.CONNECT, "pump-1", NOW);
        for (int round = 0; round < 3; round++) {
            report("cached", cached);
            report("new connection", connecting);
            report("cold", cold);
        }
    }

    private static PolicyContext context() {
        return PolicyContext.builder()
                .put(ContextKeys.CLIENT_ID, "pump-1")
                .put(ContextKeys.CONNECTION_THING_NAME, "pump-1")
                .put(ContextKeys.IS_ATTACHED, "true")
                .put(ContextKeys.SOURCE_IP, "10.2.3.4")
                .build();
    }

    private static void report(String name, Supplier<Outcome> decision) {
        var nanos = new long[SAMPLES];
        int allowed = 0;
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            allowed += decision.get().isAllowed() ? 1 : 0;
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-15s p50 %6.2f us  p99 %6.2f us  p99.9 %6.2f us  (%d allowed)%n",
                name,
                nanos[SAMPLES / 2] / 1e3,
                nanos[SAMPLES / 100 * 99] / 1e3,
                nanos[SAMPLES / 1000 * 999] / 1e3,
                allowed);
    }
}
