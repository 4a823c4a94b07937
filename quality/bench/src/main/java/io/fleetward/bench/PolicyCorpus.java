// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.testkit.PolicyTexts;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Policies for benchmarks: half of them as people write them, half put together at random from pieces that wildcards
 * and variables can be confused about; the same seed gives the same ones. Confined to one thread.
 */
final class PolicyCorpus {
    static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");

    private static final int MOST_STATEMENTS = 8;
    private static final List<String> PIECES = List.of(
            "$aws/things/",
            "$aws/things/*/shadow/",
            "plant/",
            "sensor-",
            "+",
            "#",
            "*",
            "?",
            "/",
            "update",
            "${iot:Connection.Thing.ThingName}",
            "${iot:ClientId}",
            "${iot:Connection.Thing.ThingTypeName}");

    /** What fleets carry, from narrow to wide open; {@code %d} is some number, {@code ARN} the beginning of an ARN. */
    private static final List<String> WRITTEN = List.of("""
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:Connect","Resource":"ARN:client/${iot:Connection.Thing.ThingName}",
              "Condition":{"Bool":{"iot:Connection.Thing.IsAttached":["true"]}}},
             {"Effect":"Allow","Action":["iot:Publish","iot:RetainPublish","iot:Receive"],
              "Resource":["ARN:topic/plant%d/${iot:Connection.Thing.ThingName}/*",
                          "ARN:topic/$aws/things/${iot:Connection.Thing.ThingName}/*"]},
             {"Effect":"Allow","Action":"iot:Subscribe",
              "Resource":["ARN:topicfilter/plant%d/${iot:Connection.Thing.ThingName}/*",
                          "ARN:topicfilter/$aws/things/${iot:Connection.Thing.ThingName}/*"]}]}
            """, """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":["iot:Connect","iot:Publish","iot:Subscribe","iot:Receive"],"Resource":"*"},
             {"Effect":"Deny","Action":"iot:*","Resource":["ARN:topic/plant%d/*","ARN:topicfilter/plant%d/*"]}]}
            """, """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:*","Resource":"ARN:*"},
             {"Effect":"Deny","Action":["iot:Publish","iot:Subscribe"],
              "Resource":["ARN:topic/$aws/*","ARN:topicfilter/$aws/*"]},
             {"Effect":"Deny","Action":"*","Resource":"*",
              "Condition":{"NotIpAddress":{"aws:SourceIp":["10.%d.0.0/16","192.0.2.0/24"]}}}]}
            """, """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:Connect","Resource":"ARN:client/${iot:ClientId}"},
             {"Effect":"Allow","Action":["iot:Subscribe","iot:Receive"],
              "Resource":["ARN:topicfilter/yard%d/*","ARN:topic/yard%d/*"]},
             {"Effect":"Deny","Action":"iot:Subscribe","Resource":["ARN:topicfilter/yard%d/gate/*","ARN:topicfilter/#"]},
             {"Effect":"Allow","Action":["iot:GetThingShadow","iot:UpdateThingShadow"],
              "Resource":"ARN:thing/${iot:Connection.Thing.ThingName}"}]}
            """);

    private final RandomGenerator random;
    private final PolicyTexts texts;

    PolicyCorpus(long seed) {
        random = new Random(seed);
        texts = new PolicyTexts(random, arn() + ":", PIECES);
    }

    /** So many policies, parsed. */
    List<NamedPolicy> policies(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> policy(number, number % 2 == 0 ? written() : texts.policy(MOST_STATEMENTS)))
                .toList();
    }

    /** So many policies of the greatest length, made to take as long as possible. */
    List<NamedPolicy> hostile(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> policy(number, texts.hostile(PolicyDocument.DEFAULT_LIMIT)))
                .toList();
    }

    private String written() {
        return WRITTEN.get(random.nextInt(WRITTEN.size()))
                .replace("%d", String.valueOf(random.nextInt(256)))
                .replace("ARN", arn());
    }

    private static String arn() {
        String withColon = SCOPE.arn("iot", "").toString();
        return withColon.substring(0, withColon.length() - 1);
    }

    private static NamedPolicy policy(int number, String text) {
        return switch (PolicyDocument.parse(text, text.length())) {
            case ParseResult.Parsed(PolicyDocument document) -> new NamedPolicy("policy-" + number, "1", document);
            case ParseResult.Malformed malformed -> throw new IllegalStateException(malformed.text());
        };
    }
}
