// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.finding;

import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.CriteriaType;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.behavior.StatisticalCriteria;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.UriPath;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a violation as a finding in the hub's format (audit, Detect finding).
 *
 * <p>Immutable, thread-safe.
 */
public final class ViolationFindings {
    /** What follows {@code product/} in the ARN of the product that these findings come from. */
    public static final String PRODUCT = "aws/iot-device-defender-detect";

    private static final String TYPE = "Unusual Behaviors";
    /** What the format allows. */
    private static final int LONGEST_TITLE = 256;

    private static final String SEVERITY = "MEDIUM";
    private static final int NORMALIZED_SEVERITY = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String console;

    /** @param console the address of the console, without a slash at its end */
    public ViolationFindings(String console) {
        this.console = console;
    }

    /** The finding of a violation in alarm. */
    public ObjectNode active(Violation violation, Instant updatedAt) {
        ObjectNode finding = finding(violation, updatedAt);
        finding.put("WorkflowState", "NEW");
        finding.putObject("Workflow").put("Status", "NEW");
        return finding.put("RecordState", "ACTIVE");
    }

    /** The same finding once the alarm is over; what people did with it is left to the hub. */
    public ObjectNode archived(Violation violation, Instant updatedAt) {
        return finding(violation, updatedAt).put("RecordState", "ARCHIVED");
    }

    private ObjectNode finding(Violation violation, Instant updatedAt) {
        AccountRegion scope = violation.key().device().scope();
        String region = scope.region().value();
        ObjectNode finding = JsonNodeFactory.instance.objectNode();
        finding.put("SchemaVersion", "2018-10-08")
                .put("Id", violation.id())
                .put("ProductArn", productArn(scope))
                .put("ProductName", "IoT Device Defender - Detect")
                .put("CompanyName", "AWS")
                .put("Region", region)
                .put(
                        "GeneratorId",
                        SecurityProfile.arn(scope, violation.key().profile()).toString())
                .put("AwsAccountId", scope.account().value());
        finding.putArray("Types").add(TYPE);
        finding.put("CreatedAt", TIME.format(violation.startedAt())).put("UpdatedAt", TIME.format(updatedAt));
        finding.putObject("Severity").put("Label", SEVERITY).put("Normalized", NORMALIZED_SEVERITY);
        finding.put("Title", title(violation))
                .put("Description", description(violation))
                .put(
                        "SourceUrl",
                        console + "/defend/profiles/" + violation.key().profile() + "?tab=violations");
        finding.set("ProductFields", productFields(violation));
        finding.putArray("Resources").add(resource(violation));
        ObjectNode provider = finding.putObject("FindingProviderFields");
        provider.putObject("Severity").put("Label", SEVERITY);
        provider.putArray("Types").add(TYPE);
        return finding;
    }

    /** The ARN of the product that these findings come from, in the region of the scope. */
    public static String productArn(AccountRegion scope) {
        return "arn:" + scope.region().partition() + ":securityhub:"
                + scope.region().value() + "::product/" + PRODUCT;
    }

    /** Names thing and behavior, each cut short when both together are too long for a title. */
    private static String title(Violation violation) {
        String kind = kind(violation);
        String link = " is in alarm for " + violation.behavior().criteria().type() + " behavior ";
        String thing = thing(violation);
        String behavior = violation.key().behavior();
        int room = LONGEST_TITLE - kind.length() - link.length() - 1;
        return thing.length() + behavior.length() <= room
                ? kind + thing + link + behavior + "."
                : kind + shortened(thing, room / 2) + link + shortened(behavior, room / 2) + ".";
    }

    private static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }

    private static String description(Violation violation) {
        return kind(violation) + thing(violation) + " broke "
                + violation.behavior().criteria().type() + " behavior "
                + violation.key().behavior() + " of security profile "
                + violation.key().profile() + ": "
                + violation.behavior().metric().name() + " was expected to be "
                + expectation(violation.behavior()) + ".";
    }

    private static String kind(Violation violation) {
        return (violation.key().device().isRegistered() ? "Registered" : "Unregistered") + " thing ";
    }

    /** The thing as findings name it; they have no place for a client id of nothing but blanks. */
    private static String thing(Violation violation) {
        String name = violation.key().device().name();
        return name.isBlank() ? UriPath.segment(name) : name;
    }

    private static String expectation(Behavior behavior) {
        return switch (behavior.criteria()) {
            case StaticCriteria fixed -> fixed.operator().wireName() + " " + text(fixed.value());
            case StatisticalCriteria statistical ->
                statistical.operator().wireName() + " the "
                        + statistical.statistic().wireName() + " of all devices";
            case LearnedCriteria learned -> "what its model has learned, with " + learned.confidence() + " confidence";
        };
    }

    private static ObjectNode productFields(Violation violation) {
        Behavior behavior = violation.behavior();
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("ViolationId", violation.id())
                .put("ViolationStartTime", Long.toString(violation.startedAt().toEpochMilli()))
                .put("ThingName", thing(violation))
                .put("SecurityProfileName", violation.key().profile())
                .put("BehaviorName", behavior.name())
                .put("BehaviorCriteriaType", behavior.criteria().type().name())
                .put("MetricName", behavior.metric().name());
        switch (behavior.criteria()) {
            case StaticCriteria fixed -> {
                fields.put("ComparisonOperator", fixed.operator().wireName());
                fields.put(threshold(fixed.value()), text(fixed.value()));
            }
            case StatisticalCriteria statistical -> {
                fields.put("ComparisonOperator", statistical.operator().wireName());
                fields.put("Statistic", statistical.statistic().wireName());
            }
            case LearnedCriteria learned -> {
                fields.put("ConfidenceLevel", learned.confidence().name());
                LearnedFields.add(violation, fields);
            }
        }
        Integer seconds = behavior.effectiveDurationSeconds();
        if (seconds != null && behavior.criteria().type() != CriteriaType.MACHINE_LEARNING) {
            fields.put("DurationSeconds", Integer.toString(seconds));
        }
        return fields.put("ConsecutiveDatapointsToAlarm", Integer.toString(behavior.datapointsToAlarm()))
                .put("ConsecutiveDatapointsToClear", Integer.toString(behavior.datapointsToClear()))
                .put("SuppressAlerts", Boolean.toString(behavior.isSuppressed()));
    }

    private static String threshold(MetricValue value) {
        String member = value.kind().wireName();
        return Character.toUpperCase(member.charAt(0)) + member.substring(1);
    }

    private static String text(MetricValue value) {
        JsonNode json = MetricValueJson.write(value).get(value.kind().wireName());
        return json.toString();
    }

    private ObjectNode resource(Violation violation) {
        AccountRegion scope = violation.key().device().scope();
        String name = violation.key().device().name();
        boolean isRegistered = violation.key().device().isRegistered();
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("Type", isRegistered ? "AwsIotRegisteredThing" : "AwsIotUnregisteredThing")
                .put("Id", thing(violation))
                .put("Region", scope.region().value());
        ObjectNode other = resource.putObject("Details").putObject("Other");
        other.put("SourceUrl", console + "/iot/things/" + UriPath.segment(name) + "?tab=violations")
                .put("IsRegisteredThing", Boolean.toString(isRegistered));
        if (isRegistered) {
            other.put("ThingArn", scope.arn("iot", "thing/" + name).toString());
        }
        return resource;
    }
}
