// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.check.CheckSetting;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.TargetPatch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges one change into a configuration and collects everything that is wrong with it (audit, account configuration).
 *
 * <p>Used once, by one thread. Role ARNs are checked for their form and their account, not for what the role may do.
 */
public final class ConfigurationMerge {
    private static final String SNS = "SNS";
    /** Long enough for every allowed value, short enough for an int. */
    private static final int LONGEST_NUMBER = 9;

    private final AccountRegion scope;
    private final AuditChecks catalogue;
    private final @Nullable AuditConfiguration current;
    private final List<Problem> problems = new ArrayList<>();

    private ConfigurationMerge(AccountRegion scope, AuditChecks catalogue, @Nullable AuditConfiguration current) {
        this.scope = scope;
        this.catalogue = catalogue;
        this.current = current;
    }

    /** Applies the change to the current configuration, null when there is none. */
    public static ConfigurationOutcome apply(
            AccountRegion scope,
            AuditChecks catalogue,
            @Nullable AuditConfiguration current,
            ConfigurationPatch patch) {
        return new ConfigurationMerge(scope, catalogue, current).merge(patch);
    }

    private ConfigurationOutcome merge(ConfigurationPatch patch) {
        String role = role(patch.roleArn());
        NotificationTarget target = target(patch.targets());
        Map<CheckName, CheckConfiguration> checks = checks(patch.checks());
        if (current == null && checks.values().stream().noneMatch(CheckConfiguration::isEnabled)) {
            refuse("auditCheckConfigurations", "at least one check must be enabled when the audit is first configured");
        }
        return problems.isEmpty()
                ? new ConfigurationOutcome.Changed(new AuditConfiguration(role, target, checks))
                : new ConfigurationOutcome.Refused(problems);
    }

    private String role(@Nullable String given) {
        if (given != null) {
            requireRole("roleArn", given);
            return given;
        }
        if (current == null) {
            refuse("roleArn", "required when the audit is first configured");
            return "";
        }
        return current.roleArn();
    }

    private @Nullable NotificationTarget target(Map<String, TargetPatch> patches) {
        for (String type : new TreeMap<>(patches).keySet()) {
            if (!type.equals(SNS)) {
                refuse("auditNotificationTargetConfigurations." + type, "unknown notification type, allowed: " + SNS);
            }
        }
        NotificationTarget known = current == null ? null : current.target();
        TargetPatch patch = patches.get(SNS);
        return patch == null ? known : merge(known, patch);
    }

    private NotificationTarget merge(@Nullable NotificationTarget known, TargetPatch patch) {
        String where = "auditNotificationTargetConfigurations." + SNS;
        if (patch.roleArn() != null) {
            requireRole(where + ".roleArn", patch.roleArn());
        }
        if (patch.targetArn() != null && !isTopic(patch.targetArn())) {
            refuse(where + ".targetArn", "not the ARN of an SNS topic: " + patch.targetArn());
        }
        var before = known == null ? new NotificationTarget(null, null, false) : known;
        var merged = new NotificationTarget(
                patch.targetArn() == null ? before.targetArn() : patch.targetArn(),
                patch.roleArn() == null ? before.roleArn() : patch.roleArn(),
                patch.enabled() == null ? before.isEnabled() : patch.enabled());
        if (merged.isEnabled() && (merged.targetArn() == null || merged.roleArn() == null)) {
            refuse(where, "an enabled target needs a targetArn and a roleArn");
        }
        return merged;
    }

    private Map<CheckName, CheckConfiguration> checks(Map<String, CheckPatch> patches) {
        var merged = new HashMap<CheckName, CheckConfiguration>(current == null ? Map.of() : current.checks());
        new TreeMap<>(patches).forEach((text, patch) -> {
            AuditCheck check = text.isEmpty() ? null : catalogue.find(new CheckName(text));
            if (check == null) {
                refuse("auditCheckConfigurations." + text, "unknown check, allowed: " + catalogue.names());
            } else {
                CheckName name = check.description().name();
                merged.put(name, merge(merged.getOrDefault(name, CheckConfiguration.UNTOUCHED), check, patch));
            }
        });
        return merged;
    }

    private CheckConfiguration merge(CheckConfiguration known, AuditCheck check, CheckPatch patch) {
        var values = new HashMap<>(known.settings().stored());
        new TreeMap<>(patch.settings()).forEach((name, text) -> {
            Integer value = value(check, name, text);
            if (value != null) {
                values.put(name, value);
            }
        });
        boolean enabled = patch.enabled() == null ? known.isEnabled() : patch.enabled();
        return new CheckConfiguration(enabled, new CheckSettings(values));
    }

    private @Nullable Integer value(AuditCheck check, String name, String text) {
        String where = "auditCheckConfigurations." + check.description().name() + ".configuration." + name;
        List<CheckSetting> settings = check.description().settings();
        for (CheckSetting setting : settings) {
            if (setting.name().equals(name)) {
                return value(where, setting, text);
            }
        }
        refuse(
                where,
                "unknown setting of this check, allowed: "
                        + settings.stream().map(CheckSetting::name).toList());
        return null;
    }

    private @Nullable Integer value(String where, CheckSetting setting, String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber || !setting.allows(Integer.parseInt(text))) {
            refuse(where, "must be a whole number from " + setting.min() + " to " + setting.max() + ": " + text);
            return null;
        }
        return Integer.valueOf(text);
    }

    private void requireRole(String where, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.isRole()) {
            refuse(where, "not the ARN of a role: " + text);
        } else if (!arn.account().equals(scope.account().value())) {
            refuse(where, "the role belongs to another account: " + text);
        }
    }

    private static boolean isTopic(String text) {
        Arn arn = Arn.parse(text);
        return arn != null && arn.isTopic();
    }

    private void refuse(String where, String what) {
        problems.add(new Problem(where, what));
    }
}
