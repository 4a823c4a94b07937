// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.policy.evaluate.Authorizer;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * How long a device's decision takes: by the authorizer of a connection, and from nothing but the texts of its
 * policies.
 */
final class PolicyBench implements Benchmark {
    private static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final int DECISIONS = 500_000;
    private static final int ROUNDS = 9;

    /** The rounds after which the compilers have finished. */
    private static final int WARM_UP = 4;

    private static final double NANOS_PER_MICRO = 1000;

    /** What a device of a fleet typically carries: its own policy, one of its group, and a fence around the network. */
    private static final List<String> POLICIES = List.of("""
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:Connect",
              "Resource":"arn:aws:iot:us-east-1:123456789012:client/${iot:Connection.Thing.ThingName}",
              "Condition":{"Bool":{"iot:Connection.Thing.IsAttached":["true"]}}},
             {"Effect":"Allow","Action":["iot:Publish","iot:RetainPublish","iot:Receive"],
              "Resource":["arn:aws:iot:us-east-1:123456789012:topic/plant/${iot:Connection.Thing.ThingName}/*",
                          "arn:aws:iot:us-east-1:123456789012:topic/$aws/things/${iot:Connection.Thing.ThingName}/*"]},
             {"Effect":"Allow","Action":"iot:Subscribe",
              "Resource":["arn:aws:iot:us-east-1:123456789012:topicfilter/plant/${iot:Connection.Thing.ThingName}/*",
                          "arn:aws:iot:us-east-1:123456789012:topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/*"]}]}
            """, """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":["iot:Receive","iot:Subscribe"],
              "Resource":["arn:aws:iot:us-east-1:123456789012:topic/broadcast/*",
                          "arn:aws:iot:us-east-1:123456789012:topicfilter/broadcast/*"]},
             {"Effect":"Deny","Action":"iot:Publish",
              "Resource":"arn:aws:iot:us-east-1:123456789012:topic/plant/*/secret/*"}]}
            """, """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"NotIpAddress":{"aws:SourceIp":["10.0.0.0/8","192.0.2.0/24"]}}}]}
            """);

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String purpose() {
        return "decision by the authorizer of a connection, and from the texts of three policies";
    }

    @Override
    public Result run(BenchContext context) {
        String[] topics = IntStream.range(0, 1024)
                .mapToObj(number -> "plant/pump-" + number % 3 + "/telemetry/" + number)
                .toArray(String[]::new);
        Authorizer authorizer = authorizer();
        int[] turn = {0};
        double cached = micros(
                context,
                "by the authorizer of a connection",
                () -> authorizer
                        .decide(DeviceAction.PUBLISH, topics[turn[0]++ % topics.length], NOW)
                        .isAllowed());
        double cold = micros(
                context,
                "from the texts",
                () -> authorizer().decide(DeviceAction.CONNECT, "pump-1", NOW).isAllowed());
        return new Result().put("cached_p99_us", cached).put("cold_p99_us", cold);
    }

    private static Authorizer authorizer() {
        List<NamedPolicy> policies = POLICIES.stream()
                .map(text -> new NamedPolicy("policy", "1", parse(text)))
                .toList();
        PolicyContext context = PolicyContext.builder()
                .put(ContextKeys.CLIENT_ID, "pump-1")
                .put(ContextKeys.CONNECTION_THING_NAME, "pump-1")
                .put(ContextKeys.IS_ATTACHED, "true")
                .put(ContextKeys.SOURCE_IP, "10.2.3.4")
                .build();
        return new Authorizer(SCOPE, policies, context);
    }

    private static PolicyDocument parse(String text) {
        return switch (PolicyDocument.parse(text, text.length())) {
            case ParseResult.Parsed(PolicyDocument document) -> document;
            case ParseResult.Malformed malformed -> throw new IllegalStateException(malformed.text());
        };
    }

    /** The 99th percentile of a round, the median of the rounds. */
    private static double micros(BenchContext context, String name, BooleanSupplier decision) {
        double[] micros = new double[DECISIONS];
        double[] rounds = new double[ROUNDS - WARM_UP];
        for (int round = 0; round < ROUNDS; round++) {
            int allowed = 0;
            for (int i = 0; i < DECISIONS; i++) {
                long start = System.nanoTime();
                allowed += decision.getAsBoolean() ? 1 : 0;
                micros[i] = (System.nanoTime() - start) / NANOS_PER_MICRO;
            }
            if (round >= WARM_UP) {
                rounds[round - WARM_UP] = Percentiles.of(micros, 99);
                context.say("%s: p50 %.2f us, p99 %.2f us, %d of %d allowed"
                        .formatted(name, Percentiles.of(micros, 50), rounds[round - WARM_UP], allowed, DECISIONS));
            }
        }
        return Percentiles.of(rounds, 50);
    }
}
