// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.audit.AuditSettings;
import io.fleetward.application.identity.CallContext;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.CheckConfiguration;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.TargetPatch;
import io.fleetward.audit.configuration.NotificationTarget;
import io.fleetward.aws.model.iot.AuditCheckConfiguration;
import io.fleetward.aws.model.iot.AuditNotificationTarget;
import io.fleetward.aws.model.iot.DeleteAccountAuditConfigurationRequest;
import io.fleetward.aws.model.iot.DeleteAccountAuditConfigurationResponse;
import io.fleetward.aws.model.iot.DescribeAccountAuditConfigurationRequest;
import io.fleetward.aws.model.iot.DescribeAccountAuditConfigurationResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.UpdateAccountAuditConfigurationRequest;
import io.fleetward.aws.model.iot.UpdateAccountAuditConfigurationResponse;
import io.fleetward.kernel.AccountRegion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The account's audit configuration. Thread-safe. */
public final class AuditConfigurationOperations implements IotApi {
    private final AuditSettings settings;

    public AuditConfigurationOperations(AuditSettings settings) {
        this.settings = settings;
    }

    @Override
    public UpdateAccountAuditConfigurationResponse updateAccountAuditConfiguration(
            UpdateAccountAuditConfigurationRequest request, CallContext context) {
        var targets = new HashMap<String, TargetPatch>();
        orEmpty(request.auditNotificationTargetConfigurations())
                .forEach((type, target) ->
                        targets.put(type, new TargetPatch(target.targetArn(), target.roleArn(), target.enabled())));
        var checks = new HashMap<String, CheckPatch>();
        orEmpty(request.auditCheckConfigurations())
                .forEach((name, check) ->
                        checks.put(name, new CheckPatch(check.enabled(), orEmpty(check.configuration()))));
        settings.update(context.scope(), new ConfigurationPatch(request.roleArn(), targets, checks));
        return new UpdateAccountAuditConfigurationResponse();
    }

    @Override
    public DescribeAccountAuditConfigurationResponse describeAccountAuditConfiguration(
            DescribeAccountAuditConfigurationRequest request, CallContext context) {
        AuditConfiguration configuration = settings.describe(context.scope());
        return DescribeAccountAuditConfigurationResponse.builder()
                .roleArn(configuration == null ? null : configuration.roleArn())
                .auditNotificationTargetConfigurations(configuration == null ? null : targets(configuration.target()))
                .auditCheckConfigurations(checks(context.scope(), configuration))
                .build();
    }

    @Override
    public DeleteAccountAuditConfigurationResponse deleteAccountAuditConfiguration(
            DeleteAccountAuditConfigurationRequest request, CallContext context) {
        settings.delete(context.scope(), Boolean.TRUE.equals(request.deleteScheduledAudits()));
        return new DeleteAccountAuditConfigurationResponse();
    }

    private Map<String, AuditCheckConfiguration> checks(
            AccountRegion scope, @Nullable AuditConfiguration configuration) {
        var checks = new LinkedHashMap<String, AuditCheckConfiguration>();
        for (CheckName name : settings.checks(scope).names()) {
            checks.put(
                    name.value(), check(configuration == null ? CheckConfiguration.UNTOUCHED : configuration.of(name)));
        }
        return checks;
    }

    private static AuditCheckConfiguration check(CheckConfiguration check) {
        var stored = new TreeMap<String, String>();
        check.settings().stored().forEach((name, value) -> stored.put(name, value.toString()));
        return AuditCheckConfiguration.builder()
                .enabled(check.isEnabled())
                .configuration(stored.isEmpty() ? null : stored)
                .build();
    }

    private static @Nullable Map<String, AuditNotificationTarget> targets(@Nullable NotificationTarget target) {
        return target == null
                ? null
                : Map.of(
                        "SNS",
                        AuditNotificationTarget.builder()
                                .targetArn(target.targetArn())
                                .roleArn(target.roleArn())
                                .enabled(target.isEnabled())
                                .build());
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
