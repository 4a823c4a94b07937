// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.check.CheckSetting;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.check.LoggingDisabledCheck;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads settings of an account as the aws CLI prints them. Confined to one thread. */
final class SettingsFiles {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AccountRegion scope;
    private final List<String> problems;
    private final Map<CheckName, CheckSettings> chosen = new HashMap<>();
    private final Set<CheckName> disabled = new HashSet<>();

    SettingsFiles(AccountRegion scope, List<String> problems) {
        this.scope = scope;
        this.problems = problems;
    }

    /** The settings that were read. */
    Map<CheckName, CheckSettings> chosen() {
        return chosen;
    }

    /** The checks that are not to run. */
    Set<CheckName> disabled() {
        return disabled;
    }

    /** The logging options in the file: {@code roleArn}, {@code defaultLogLevel}, {@code disableAllLogs}. */
    List<InspectedFile> logging(SourceFile file) {
        JsonNode node = read(file);
        if (node == null) {
            return List.of();
        }
        LogLevel level = level(file, node.path("defaultLogLevel"));
        String role = node.path("roleArn").isString() ? node.path("roleArn").stringValue() : null;
        boolean isOff = node.path("disableAllLogs").asBoolean(false);
        var options = new LoggingOptions(role, level, isOff, List.of());
        return List.of(new InspectedFile(
                file.name(),
                InspectedFile.BEGINNING,
                FileView.ofLogging(scope, options),
                List.of(new LoggingDisabledCheck())));
    }

    /**
     * Which checks are enabled, and their settings: {@code auditCheckConfigurations}. Checks that do not exist here are
     * passed over, because AWS prints all of its own.
     */
    void configuration(SourceFile file) {
        JsonNode node = read(file);
        if (node == null) {
            return;
        }
        JsonNode configurations = node.path("auditCheckConfigurations");
        for (AuditCheck check : AuditChecks.built().all()) {
            JsonNode own = configurations.path(check.description().name().value());
            if (own.isObject()) {
                configure(file, check, own);
            }
        }
        configurations.properties().forEach(entry -> {
            if (entry.getKey().startsWith(CustomCheck.PREFIX)
                    && !entry.getValue().path("enabled").asBoolean(true)) {
                disabled.add(new CheckName(entry.getKey()));
            }
        });
    }

    private void configure(SourceFile file, AuditCheck check, JsonNode node) {
        CheckName name = check.description().name();
        if (!node.path("enabled").asBoolean(true)) {
            disabled.add(name);
        }
        Map<String, Integer> values = new HashMap<>();
        node.path("configuration").properties().forEach(entry -> {
            Integer value = value(check, entry.getKey(), entry.getValue());
            if (value == null) {
                problems.add(file.name() + ": " + name + " cannot have " + entry.getKey() + " " + entry.getValue());
            } else {
                values.put(entry.getKey(), value);
            }
        });
        chosen.put(name, new CheckSettings(values));
    }

    private static @Nullable Integer value(AuditCheck check, String setting, JsonNode value) {
        int number = value.asInt(Integer.MIN_VALUE);
        return check.description().settings().stream()
                        .filter(known -> known.name().equals(setting))
                        .anyMatch((CheckSetting known) -> known.allows(number))
                ? number
                : null;
    }

    private @Nullable LogLevel level(SourceFile file, JsonNode node) {
        String name = node.asString("");
        if (name.isEmpty()) {
            return null;
        }
        LogLevel level = Arrays.stream(LogLevel.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
        if (level == null) {
            problems.add(
                    file.name() + ": defaultLogLevel " + name + ": there are " + Arrays.toString(LogLevel.values()));
        }
        return level;
    }

    private @Nullable JsonNode read(SourceFile file) {
        String text = file.read(problems);
        if (text == null) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
            problems.add(file.name() + ": not a JSON object");
        } catch (JacksonException malformed) {
            problems.add(file.name() + ": not JSON");
        }
        return null;
    }
}
