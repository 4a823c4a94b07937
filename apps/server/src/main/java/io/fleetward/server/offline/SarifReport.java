// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckDescription;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings in the Static Analysis Results Interchange Format 2.1.0: checks are rules, findings are results. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String VERSION = "2.1.0";

    /** The key of our fingerprints; another number when they are made in another way. */
    private static final String FINGERPRINT = "fleetward/v1";

    private static final double HIGHEST = 10.0;

    private SarifReport() {}

    static String of(Inspection inspection) {
        List<CheckDescription> rules = inspection.findings().stream()
                .map(FileFinding::check)
                .distinct()
                .toList();
        ObjectNode root =
                JsonNodeFactory.instance.objectNode().put("$schema", SCHEMA).put("version", VERSION);
        ObjectNode run = root.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Fleetward");
        @Nullable String built = SarifReport.class.getPackage().getImplementationVersion();
        if (built != null) {
            driver.put("version", built);
        }
        ArrayNode described = driver.putArray("rules");
        rules.forEach(rule -> describe(described.addObject(), rule));
        ArrayNode results = run.putArray("results");
        inspection.findings().forEach(finding -> add(results.addObject(), finding, rules.indexOf(finding.check())));
        return root.toPrettyString() + "\n";
    }

    private static void describe(ObjectNode rule, CheckDescription check) {
        rule.put("id", check.name().value());
        rule.putObject("shortDescription").put("text", check.title());
        rule.putObject("defaultConfiguration").put("level", level(check.severity()));
        ObjectNode properties = rule.putObject("properties");
        properties.putArray("tags").add("security");
        properties.put(
                "security-severity",
                String.format(Locale.ROOT, "%.1f", check.severity().normalized() / HIGHEST));
    }

    private static void add(ObjectNode result, FileFinding finding, int rule) {
        result.put("ruleId", finding.checkName().value()).put("ruleIndex", rule);
        result.put("level", level(finding.severity()));
        result.putObject("message").put("text", message(finding));
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(finding.file()));
        place.putObject("region")
                .put("startLine", finding.position().line())
                .put("startColumn", finding.position().column());
        result.putObject("partialFingerprints").put(FINGERPRINT, finding.fingerprint());
        ObjectNode properties = result.putObject("properties");
        properties.put("reasonForNonComplianceCode", finding.fault().code().value());
        finding.evidence().forEach(properties::put);
    }

    /** The reason, and what shows it, since hardly any viewer shows properties. */
    private static String message(FileFinding finding) {
        return finding.evidence().entrySet().stream()
                .map(entry -> "\n" + entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("", finding.fault().reason(), ""));
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** The path as a relative reference, or as a file URI when it is absolute. */
    private static String uri(String path) {
        String escaped = Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        return path.startsWith("/") ? "file://" + escaped : escaped;
    }
}
