// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Device;
import io.fleetward.demo.DeviceKeys;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;

/** A server whose devices are expected to send messages of less than 8 bytes, and whose hub accepts the findings. */
final class DetectScene implements AutoCloseable {
    private static final String ALLOW_ALL = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]}""";

    private final ThrowAway server;
    private final AwsClients aws;
    private final DeviceKeys keys;

    private DetectScene(ThrowAway server, AwsClients aws, DeviceKeys keys) {
        this.server = server;
        this.aws = aws;
        this.keys = keys;
    }

    static DetectScene open(BenchContext context, Duration metricPeriod) throws Exception {
        ThrowAway server = ThrowAway.server(context, metricPeriod);
        var aws = new AwsClients(server.process().environment());
        enableHub(aws);
        expectSmallMessages(aws);
        return new DetectScene(server, aws, keys(aws));
    }

    /** Connects a device of that name. */
    Device connect(String name) throws Exception {
        return Device.connect(server.process().environment(), name, keys);
    }

    /** Whether GetFindings shows a finding in that state on a device whose name begins like this. */
    boolean hasFinding(String name, String recordState) {
        var filters = AwsSecurityFindingFilters.builder()
                .resourceId(filter(name, StringFilterComparison.PREFIX))
                .recordState(filter(recordState, StringFilterComparison.EQUALS))
                .build();
        return !aws.hub().getFindings(r -> r.filters(filters)).findings().isEmpty();
    }

    /** Whether GetFindings shows a finding on the device of that name. */
    boolean hasFinding(String name) {
        var filters = AwsSecurityFindingFilters.builder()
                .resourceId(filter(name, StringFilterComparison.EQUALS))
                .build();
        return !aws.hub().getFindings(r -> r.filters(filters)).findings().isEmpty();
    }

    private static StringFilter filter(String value, StringFilterComparison comparison) {
        return StringFilter.builder().value(value).comparison(comparison).build();
    }

    private static void enableHub(AwsClients aws) {
        aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
        String region = aws.hub().serviceClientConfiguration().region().id();
        aws.hub()
                .enableImportFindingsForProduct(r ->
                        r.productArn("arn:aws:securityhub:" + region + "::product/aws/iot-device-defender-detect"));
    }

    private static void expectSmallMessages(AwsClients aws) {
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
    }

    private static DeviceKeys keys(AwsClients aws) {
        var created = aws.iot().createKeysAndCertificate(r -> r.setAsActive(true));
        aws.iot().createPolicy(r -> r.policyName("AllowAll").policyDocument(ALLOW_ALL));
        aws.iot().attachPolicy(r -> r.policyName("AllowAll").target(created.certificateArn()));
        return new DeviceKeys(created.certificatePem(), created.keyPair().privateKey());
    }

    @Override
    public void close() throws IOException {
        aws.close();
        server.close();
    }
}
