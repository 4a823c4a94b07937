// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.AwsClients;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.iot.model.AuditCheckConfiguration;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;

/**
 * A policy that gives everything to everybody, among ten thousand others, until its finding is visible through
 * GetFindings; then the policy's deletion until the finding is archived.
 */
final class ContinuousAuditBench implements Benchmark {
    private static final int POLICIES = 10_000;
    private static final int TRIALS = 200;
    private static final int WARM_UP = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String WIDE = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]}""";

    @Override
    public String name() {
        return "continuous-audit";
    }

    @Override
    public String purpose() {
        return "policy change to finding, and back, with 10,000 policies, 200 trials";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        try (var server = ThrowAway.server(context, Duration.ofMinutes(5));
                var aws = new AwsClients(server.process().environment())) {
            context.say("creating " + POLICIES + " policies");
            IntStream.range(0, POLICIES)
                    .parallel()
                    .forEach(number -> aws.iot()
                            .createPolicy(r -> r.policyName("narrow-" + number).policyDocument(narrow(number))));
            enable(aws);
            double[] found = new double[TRIALS];
            double[] archived = new double[TRIALS];
            for (int trial = -WARM_UP; trial < TRIALS; trial++) {
                String policy = "wide-" + (trial + WARM_UP);
                double seen = open(aws, policy);
                double gone = mend(aws, policy);
                if (trial >= 0) {
                    found[trial] = seen;
                    archived[trial] = gone;
                }
            }
            return new Result()
                    .put("p50_ms", Percentiles.of(found, 50))
                    .put("p99_ms", Percentiles.of(found, 99))
                    .put("archived_p99_ms", Percentiles.of(archived, 99));
        }
    }

    private static String narrow(int number) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:Publish",
                "Resource":"arn:aws:iot:*:*:topic/plant/%d/*"}]}""".formatted(number);
    }

    private static void enable(AwsClients aws) {
        aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
        String region = aws.hub().serviceClientConfiguration().region().id();
        aws.hub()
                .enableImportFindingsForProduct(
                        r -> r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-audit"));
        String account =
                aws.iot().getPolicy(r -> r.policyName("narrow-0")).policyArn().split(":", -1)[4];
        var on = AuditCheckConfiguration.builder().enabled(true).build();
        aws.iot()
                .updateAccountAuditConfiguration(r -> r.roleArn("arn:aws:iam::" + account + ":role/audit")
                        .auditCheckConfigurations(Map.of(CHECK, on)));
    }

    private static double open(AwsClients aws, String policy) {
        long begin = System.nanoTime();
        aws.iot().createPolicy(r -> r.policyName(policy).policyDocument(WIDE));
        await(aws, policy, RecordState.ACTIVE);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double mend(AwsClients aws, String policy) {
        long begin = System.nanoTime();
        aws.iot().deletePolicy(r -> r.policyName(policy));
        await(aws, policy, RecordState.ARCHIVED);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void await(AwsClients aws, String policy, RecordState state) {
        var filters = AwsSecurityFindingFilters.builder()
                .resourceId(is(policy))
                .recordState(is(state.toString()))
                .build();
        long begin = System.nanoTime();
        while (aws.hub().getFindings(r -> r.filters(filters)).findings().isEmpty()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("no finding on " + policy + " is " + state + " within " + PATIENCE);
            }
        }
    }

    private static StringFilter is(String value) {
        return StringFilter.builder()
                .value(value)
                .comparison(StringFilterComparison.EQUALS)
                .build();
    }
}
