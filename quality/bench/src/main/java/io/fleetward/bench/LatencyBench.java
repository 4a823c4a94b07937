// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Device;
import io.fleetward.demo.DeviceKeys;
import java.time.Duration;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;

/** A violating message by MQTT until its finding is visible through GetFindings; a fresh device per trial. */
final class LatencyBench implements Benchmark {
    private static final int TRIALS = 200;
    private static final int WARM_UP = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALLOW_ALL = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]}""";

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String purpose() {
        return "violating message to finding visible through GetFindings, 200 trials";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        try (var server = ThrowAway.server(context, Duration.ofMinutes(5));
                var aws = new AwsClients(server.process().environment())) {
            DeviceKeys keys = prepare(aws);
            for (int trial : IntStream.range(0, WARM_UP).toArray()) {
                trial(server, aws, keys, "warm-up-" + trial);
            }
            double[] millis = new double[TRIALS];
            for (int trial : IntStream.range(0, TRIALS).toArray()) {
                millis[trial] = trial(server, aws, keys, "device-" + trial);
            }
            return new Result().put("p50_ms", Percentiles.of(millis, 50)).put("p99_ms", Percentiles.of(millis, 99));
        }
    }

    private static DeviceKeys prepare(AwsClients aws) {
        aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
        String region = aws.hub().serviceClientConfiguration().region().id();
        aws.hub()
                .enableImportFindingsForProduct(r ->
                        r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-detect"));
        var small = Behavior.builder()
                .name("MessageSize")
                .metric("aws:message-byte-size")
                .criteria(
                        c -> c.comparisonOperator(ComparisonOperator.LESS_THAN).value(v -> v.count(8L)))
                .build();
        String profile = aws.iot()
                .createSecurityProfile(r -> r.securityProfileName("Small").behaviors(small))
                .securityProfileArn();
        aws.iot()
                .attachSecurityProfile(r -> r.securityProfileName("Small")
                        .securityProfileTargetArn(profile.replaceFirst(":securityprofile/.*", ":all/things")));
        var created = aws.iot().createKeysAndCertificate(r -> r.setAsActive(true));
        aws.iot().createPolicy(r -> r.policyName("AllowAll").policyDocument(ALLOW_ALL));
        aws.iot().attachPolicy(r -> r.policyName("AllowAll").target(created.certificateArn()));
        return new DeviceKeys(created.certificatePem(), created.keyPair().privateKey());
    }

    private static double trial(ThrowAway server, AwsClients aws, DeviceKeys keys, String clientId) throws Exception {
        try (Device device = Device.connect(server.process().environment(), clientId, keys)) {
            long begin = System.nanoTime();
            device.publish("bench/" + clientId, "far too long a message");
            while (isMissing(aws, clientId)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IllegalStateException("no finding on " + clientId + " within " + PATIENCE);
                }
                Thread.onSpinWait();
            }
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    private static boolean isMissing(AwsClients aws, String clientId) {
        var device = StringFilter.builder()
                .value(clientId)
                .comparison(StringFilterComparison.EQUALS)
                .build();
        var filters = AwsSecurityFindingFilters.builder().resourceId(device).build();
        return aws.hub().getFindings(r -> r.filters(filters)).findings().isEmpty();
    }
}
