// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import static io.fleetward.server.fleet.FleetApi.unlessThere;

import io.fleetward.aws.model.iot.AttachSecurityProfileRequest;
import io.fleetward.aws.model.iot.AuditCheckConfiguration;
import io.fleetward.aws.model.iot.Behavior;
import io.fleetward.aws.model.iot.BehaviorCriteria;
import io.fleetward.aws.model.iot.CreateSecurityProfileRequest;
import io.fleetward.aws.model.iot.DescribeAccountAuditConfigurationRequest;
import io.fleetward.aws.model.iot.MetricValue;
import io.fleetward.aws.model.iot.StartOnDemandAuditTaskRequest;
import io.fleetward.aws.model.iot.UpdateAccountAuditConfigurationRequest;
import io.fleetward.aws.model.securityhub.EnableImportFindingsForProductRequest;
import io.fleetward.aws.model.securityhub.EnableSecurityHubRequest;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Switches the guards on: the hub with both integrations, a security profile, the audit. May be repeated. */
final class GuardSeeder {
    static final String PROFILE = "fleet-behavior";
    static final String SMALL_MESSAGES = "SmallMessages";
    static final String STAYS_CONNECTED = "StaysConnected";

    /** Larger than whatever an ordinary device says, in bytes. */
    static final long MESSAGE_LIMIT = 512;

    /** One lost connection in a period happens to everybody, for example when the server is stopped. */
    static final long DISCONNECT_LIMIT = 2;

    private static final int ONE_PERIOD = 300;

    private final FleetApi api;

    GuardSeeder(FleetApi api) {
        this.api = api;
    }

    /** Everything that has to be there before the fleet lives. */
    void seed() {
        enableHub();
        createProfile();
        enableAudit();
    }

    /** Audits the fleet with every check. */
    void startAudit() {
        api.guards()
                .audits()
                .startOnDemandAuditTask(
                        StartOnDemandAuditTaskRequest.builder()
                                .targetCheckNames(List.copyOf(checks()))
                                .build(),
                        api.context());
    }

    private void enableHub() {
        unlessThere(() -> api.guards()
                .hub()
                .enableSecurityHub(
                        EnableSecurityHubRequest.builder()
                                .enableDefaultStandards(false)
                                .build(),
                        api.context()));
        AccountRegion scope = api.scope();
        for (String product : List.of("iot-device-defender-audit", "iot-device-defender-detect")) {
            String arn =
                    "arn:" + scope.region().partition() + ":securityhub:" + scope.region() + "::product/aws/" + product;
            unlessThere(() -> api.guards()
                    .products()
                    .enableImportFindingsForProduct(
                            EnableImportFindingsForProductRequest.builder()
                                    .productArn(arn)
                                    .build(),
                            api.context()));
        }
    }

    private void createProfile() {
        unlessThere(() -> api.guards()
                .profiles()
                .createSecurityProfile(
                        CreateSecurityProfileRequest.builder()
                                .securityProfileName(PROFILE)
                                .securityProfileDescription("What an ordinary device of the demonstration fleet does")
                                .behaviors(List.of(
                                        lessThan(SMALL_MESSAGES, "aws:message-byte-size", MESSAGE_LIMIT, null),
                                        lessThan(STAYS_CONNECTED, "aws:num-disconnects", DISCONNECT_LIMIT, ONE_PERIOD)))
                                .build(),
                        api.context()));
        api.guards()
                .profileTargets()
                .attachSecurityProfile(
                        AttachSecurityProfileRequest.builder()
                                .securityProfileName(PROFILE)
                                .securityProfileTargetArn(api.scope()
                                        .arn("iot", "all/registered-things")
                                        .toString())
                                .build(),
                        api.context());
    }

    private static Behavior lessThan(String name, String metric, long limit, @Nullable Integer durationSeconds) {
        return Behavior.builder()
                .name(name)
                .metric(metric)
                .criteria(BehaviorCriteria.builder()
                        .comparisonOperator("less-than")
                        .value(MetricValue.builder().count(limit).build())
                        .durationSeconds(durationSeconds)
                        .build())
                .build();
    }

    private void enableAudit() {
        var on = AuditCheckConfiguration.builder().enabled(true).build();
        Map<String, AuditCheckConfiguration> all = checks().stream().collect(Collectors.toMap(check -> check, _ -> on));
        api.guards()
                .auditSettings()
                .updateAccountAuditConfiguration(
                        UpdateAccountAuditConfigurationRequest.builder()
                                .roleArn("arn:aws:iam::" + api.scope().account() + ":role/fleetward-audit")
                                .auditCheckConfigurations(all)
                                .build(),
                        api.context());
    }

    private Set<String> checks() {
        return Objects.requireNonNull(api.guards()
                        .auditSettings()
                        .describeAccountAuditConfiguration(
                                new DescribeAccountAuditConfigurationRequest(), api.context())
                        .auditCheckConfigurations())
                .keySet();
    }
}
