// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.time.Duration;
import software.amazon.awssdk.services.iot.model.Behavior;
import software.amazon.awssdk.services.iot.model.ComparisonOperator;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.StringFilter;
import software.amazon.awssdk.services.securityhub.model.StringFilterComparison;

/** Experiment B: an oversized message becomes an alarm and a finding, and both go away by themselves. */
final class DetectExperiment {
    private static final String THING = "pump-7";
    private static final String PROFILE = "SmallMessagesOnly";
    private static final String BEHAVIOR = "MessageSize";
    private static final String TOPIC = "pumps/pump-7/telemetry";
    private static final String DEVICE_POLICY = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"iot:Connect","Resource":"arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}"},
              {"Effect":"Allow","Action":"iot:Publish","Resource":"arn:aws:iot:*:*:topic/pumps/${iot:Connection.Thing.ThingName}/*"}]}""";

    private final Steps steps;
    private final AwsClients aws;
    private final Environment environment;
    private final Duration metricPeriod;

    DetectExperiment(Steps steps, AwsClients aws, Environment environment, Duration metricPeriod) {
        this.steps = steps;
        this.aws = aws;
        this.environment = environment;
        this.metricPeriod = metricPeriod;
    }

    void perform() throws Exception {
        steps.say("Experiment B: an oversized message becomes an alarm and a finding that archives itself");
        DeviceKeys keys = provision();
        createProfile();
        try (Device device = steps.step(
                "The device connects with its certificate (mutual TLS)",
                "mosquitto_pub -h \"$FLEETWARD_MQTT_HOST\" -p \"$FLEETWARD_MQTT_PORT\" --cafile \"$FLEETWARD_CA_FILE\""
                        + " --cert pump-7.crt --key pump-7.key -i pump-7 -q 1 -t " + TOPIC + " -m …",
                () -> Device.connect(environment, THING, keys))) {
            steps.step("The device publishes 14 bytes where fewer than 8 are expected", "", () -> {
                device.publish(TOPIC, "overheating!!!");
                return true;
            });
            AwsSecurityFinding finding = awaitFinding("ACTIVE");
            steps.say("      → " + finding.title());
            steps.await("The alarm is listed as active", "aws iot list-active-violations --thing-name " + THING, () -> {
                var active = aws.iot().listActiveViolations(r -> r.thingName(THING));
                return active.hasActiveViolations()
                                && !active.activeViolations().isEmpty()
                        ? new Seen.Yes<>(active)
                        : new Seen.NotYet<>("no active violation");
            });
            recover(device, finding);
        }
    }

    private DeviceKeys provision() throws Exception {
        steps.step(
                "Register the thing " + THING,
                "aws iot create-thing --thing-name " + THING,
                () -> aws.iot().createThing(r -> r.thingName(THING)));
        var created = steps.step(
                "Create its key and certificate",
                "aws iot create-keys-and-certificate --set-as-active --certificate-pem-outfile pump-7.crt"
                        + " --private-key-outfile pump-7.key",
                () -> aws.iot().createKeysAndCertificate(r -> r.setAsActive(true)));
        String certificate = created.certificateArn();
        steps.step(
                "Create a policy of its own and attach policy and thing to the certificate",
                "aws iot create-policy --policy-name PumpOwnTopics … ; aws iot attach-policy … ; aws iot attach-thing-principal …",
                () -> {
                    aws.iot().createPolicy(r -> r.policyName("PumpOwnTopics").policyDocument(DEVICE_POLICY));
                    aws.iot().attachPolicy(r -> r.policyName("PumpOwnTopics").target(certificate));
                    return aws.iot()
                            .attachThingPrincipal(r -> r.thingName(THING).principal(certificate));
                });
        return new DeviceKeys(created.certificatePem(), created.keyPair().privateKey());
    }

    private void createProfile() throws Exception {
        String profile = steps.step(
                "Create a security profile: messages are smaller than 8 bytes",
                "aws iot create-security-profile --security-profile-name " + PROFILE
                        + " --behaviors '[{\"name\":\"" + BEHAVIOR + "\",\"metric\":\"aws:message-byte-size\","
                        + "\"criteria\":{\"comparisonOperator\":\"less-than\",\"value\":{\"count\":8},"
                        + "\"consecutiveDatapointsToAlarm\":1,\"consecutiveDatapointsToClear\":1}}]'",
                () -> aws.iot()
                        .createSecurityProfile(
                                r -> r.securityProfileName(PROFILE).behaviors(smallMessages()))
                        .securityProfileArn());
        String everything = profile.substring(0, profile.indexOf(":securityprofile/")) + ":all/things";
        steps.step(
                "Attach it to all things",
                "aws iot attach-security-profile --security-profile-name " + PROFILE + " --security-profile-target-arn "
                        + everything,
                () -> aws.iot()
                        .attachSecurityProfile(
                                r -> r.securityProfileName(PROFILE).securityProfileTargetArn(everything)));
    }

    private static Behavior smallMessages() {
        return Behavior.builder()
                .name(BEHAVIOR)
                .metric("aws:message-byte-size")
                .criteria(criteria -> criteria.comparisonOperator(ComparisonOperator.LESS_THAN)
                        .value(value -> value.count(8L))
                        .consecutiveDatapointsToAlarm(1)
                        .consecutiveDatapointsToClear(1))
                .build();
    }

    private AwsSecurityFinding awaitFinding(String state) throws Exception {
        return steps.await(
                "The hub holds the finding on the thing, " + state,
                "aws securityhub get-findings --filters '{\"ResourceId\":[{\"Value\":\"" + THING
                        + "\",\"Comparison\":\"EQUALS\"}]}'",
                () -> look(state));
    }

    private Seen<AwsSecurityFinding> look(String state) {
        var thing = StringFilter.builder()
                .value(THING)
                .comparison(StringFilterComparison.EQUALS)
                .build();
        var filters = AwsSecurityFindingFilters.builder().resourceId(thing).build();
        var found = aws.hub().getFindings(r -> r.filters(filters)).findings();
        return found.stream()
                .filter(finding ->
                        finding.title().contains(THING) && finding.title().contains(BEHAVIOR))
                .filter(finding -> state.equals(finding.recordStateAsString()))
                .findFirst()
                .<Seen<AwsSecurityFinding>>map(Seen.Yes::new)
                .orElseGet(() -> new Seen.NotYet<>(found.toString()));
    }

    private void recover(Device device, AwsSecurityFinding finding) throws Exception {
        steps.say(
                "      the device now sends short messages; the alarm clears at the end of the first window that holds"
                        + " only such (windows of " + metricPeriod.toSeconds() + " s)");
        steps.await(
                "The finding is archived by itself",
                "aws securityhub get-findings --filters '{\"Id\":[{\"Value\":\"" + finding.id()
                        + "\",\"Comparison\":\"EQUALS\"}]}'",
                () -> {
                    device.publish(TOPIC, "ok");
                    return look("ARCHIVED");
                });
        steps.await(
                "No violation is active any more",
                "aws iot list-active-violations --thing-name " + THING,
                () -> aws.iot()
                                .listActiveViolations(r -> r.thingName(THING))
                                .activeViolations()
                                .isEmpty()
                        ? new Seen.Yes<>(true)
                        : new Seen.NotYet<>("still active"));
    }
}
