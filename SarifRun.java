// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.schema.AsffSchema;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of an analysis tool.
 *
 * <p>A result is told from others by its fingerprints and its file, or where it has none by its place and its message;
 * its times are those of the run. Suppressed results, and those that a comparison found absent, are archived.
 */
final class SarifRun {
    private static final int MOST_RESOURCES = 32;
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{4,}");
    private static final Map<String, SeverityLabel> LEVELS = Map.of(
            "error", SeverityLabel.HIGH,
            "warning", SeverityLabel.MEDIUM,
            "note", SeverityLabel.LOW,
            "none", SeverityLabel.INFORMATIONAL);

    private final SourceContext context;
    private final JsonNode driver;
    private final String tool;
    private final String time;

    SarifRun(JsonNode run, SourceContext context) {
        this.context = context;
        this.driver = run.path("tool").path("driver");
        this.tool = Fields.text(driver.path("name"), "unknown tool");
        JsonNode invocation = run.path("invocations").path(0);
        String ended = SourceTime.text(Fields.either(invocation.path("endTimeUtc"), invocation.path("startTimeUtc")));
        this.time = ended == null ? context.nowText() : ended;
    }

    ObjectNode finding(JsonNode result) {
        JsonNode rule = rule(result);
        String id = Fields.text(result.path("ruleId"), Fields.text(rule.path("id"), "unknown rule"));
        ObjectNode finding = Fields.object().put("SchemaVersion", AsffSchema.VERSION);
        finding.put("Id", tool + "/" + id + "/" + Hashes.of(identity(result)));
        finding.put("ProductArn", context.productArn()).put("ProductName", tool);
        finding.put("GeneratorId", tool + "/" + id);
        finding.put("AwsAccountId", context.scope().account().value());
        boolean isCve = CVE.matcher(id).matches();
        finding.putArray("Types").add("Software and Configuration Checks/Vulnerabilities" + (isCve ? "/CVE" : ""));
        finding.put("CreatedAt", time).put("UpdatedAt", time);
        severity(finding.putObject("Severity"), rule, result);
        String title = Fields.text(
                rule.path("shortDescription").path("text"), Fields.text(rule.path("name"), id));
        finding.put("Title", title);
        finding.put("Description", message(rule, result.path("message"), title));
        remediation(finding, rule);
        ObjectNode fields = finding.putObject("ProductFields");
        Fields.put(fields, "sarif/ruleId", id);
        Fields.put(fields, "sarif/toolVersion", Fields.either(driver.path("semanticVersion"), driver.path("version")));
        Fields.put(fields, "sarif/tags", tags(rule));
        finding.set("Resources", resources(result));
        compliance(finding, result.path("kind").asString("fail"));
        if (isCve) {
            finding.putArray("Vulnerabilities").addObject().put("Id", id);
        }
        finding.put("RecordState", isOver(result) ? "ARCHIVED" : "ACTIVE");
        return AsffSchema.fit(finding).document();
    }

    private JsonNode rule(JsonNode result) {
        JsonNode rules = driver.path("rules");
        JsonNode index = Fields.either(result.path("ruleIndex"), result.path("rule").path("index"));
        if (index.isIntegralNumber() && index.intValue() >= 0) {
            return rules.path(index.intValue());
        }
        String id = result.path("ruleId").asString("");
        return rules.valueStream()
                .filter(rule -> rule.path("id").asString("").equals(id))
                .findFirst()
                .orElseGet(Fields::object);
    }

    private static String identity(JsonNode result) {
        JsonNode place = result.path("locations").path(0).path("physicalLocation");
        String file = place.path("artifactLocation").path("uri").asString("");
        JsonNode prints = result.path("fingerprints").isEmpty()
                ? result.path("partialFingerprints")
                : result.path("fingerprints");
        if (!prints.isEmpty()) {
            return file + "|" + prints;
        }
        return file + "|" + place.path("region").path("startLine").asString("") + "|"
                + result.path("message").path("text").asString("");
    }

    /** The score that GitHub and others read, 0 to 10, else the level. */
    private static void severity(ObjectNode severity, JsonNode rule, JsonNode result) {
        String score = Fields.text(
                Fields.either(
                        result.path("properties").path("security-severity"),
                        rule.path("properties").path("security-severity")),
                "");
        String level = Fields.text(
                result.path("level"), Fields.text(rule.path("defaultConfiguration").path("level"), "warning"));
        SeverityLabel scored = Scores.label(score);
        SeverityLabel label = scored == null
                ? LEVELS.getOrDefault(level.toLowerCase(Locale.ROOT), SeverityLabel.MEDIUM)
                : scored;
        severity.put("Label", label.name()).put("Original", scored == null ? level : score);
    }

    /** The text of a message, also of one that is a rule's with arguments in its places. */
    private static String message(JsonNode rule, JsonNode message, String fallback) {
        String text = Fields.text(
                message.path("text"),
                Fields.text(
                        rule.path("messageStrings")
                                .path(message.path("id").asString(""))
                                .path("text"),
                        fallback));
        for (int i = 0; i < message.path("arguments").size(); i++) {
            text = text.replace("{" + i + "}", message.path("arguments").path(i).asString(""));
        }
        return text;
    }

    private static void remediation(ObjectNode finding, JsonNode rule) {
        ObjectNode recommendation = Fields.object();
        Fields.put(recommendation, "Text", rule.path("help").path("text"));
        Fields.put(recommendation, "Url", rule.path("helpUri"));
        if (!recommendation.isEmpty()) {
            finding.putObject("Remediation").set("Recommendation", recommendation);
        }
    }

    private static String tags(JsonNode rule) {
        return rule.path("properties").path("tags").valueStream()
                .map(tag -> tag.asString(""))
                .collect(Collectors.joining(","));
    }

    private ArrayNode resources(JsonNode result) {
        ArrayNode resources = Fields.list();
        for (JsonNode location : result.path("locations")) {
            JsonNode place = location.path("physicalLocation");
            String file = Fields.text(place.path("artifactLocation").path("uri"));
            if (file != null && resources.size() < MOST_RESOURCES) {
                ObjectNode facts = Fields.object();
                Fields.put(facts, "StartLine", place.path("region").path("startLine"));
                Fields.put(facts, "EndLine", place.path("region").path("endLine"));
                resources.add(Resource.of("Other", file).other(facts).document());
            }
        }
        if (resources.isEmpty()) {
            resources.add(Resource.of("Other", tool).document());
        }
        return resources;
    }

    private static void compliance(ObjectNode finding, String kind) {
        String status =
                switch (kind) {
                    case "pass" -> "PASSED";
                    case "fail" -> "FAILED";
                    case "review", "open" -> "WARNING";
                    default -> "NOT_AVAILABLE";
                };
        finding.putObject("Compliance").put("Status", status);
    }

    private static boolean isOver(JsonNode result) {
        boolean isSuppressed = result.path("suppressions")
                .valueStream()
                .anyMatch(each -> each.path("status").asString("accepted").equals("accepted"));
        return isSuppressed || result.path("baselineState").asString("").equals("absent");
    }
}
