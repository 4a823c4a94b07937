// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.Fingerprint;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the findings of one rule for the hub.
 *
 * <p>Immutable. A resource keeps its finding's Id for good, since the Id follows from rule and resource.
 */
public record CorrelationFindings(AccountRegion scope, CorrelationRule rule) {
    /** What follows {@code product/} in the ARN of the product that the findings come from: the hub itself. */
    public static final String PRODUCT = "aws/securityhub";

    /** The product field that holds the rule's ARN. */
    public static final String RULE_ARN_FIELD = "CorrelationRuleArn";

    private static final String GENERATOR = ":correlation-rule/";
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_NAME = 64;
    private static final String UPDATED_AT = "UpdatedAt";
    private static final String LAST_OBSERVED_AT = "LastObservedAt";

    /** Whether a finding is a rule's own; rules never see those. */
    public static boolean isCorrelation(Finding finding) {
        ProductArn product = ProductArn.parse(finding.productArn());
        return product != null
                && product.tail().equals(PRODUCT)
                && finding.document().path("GeneratorId").stringValue("").contains(GENERATOR);
    }

    /** The Id of the finding on a resource. */
    public String findingId(String resource) {
        return CorrelationRule.arn(scope, rule.id()) + "/finding/" + Fingerprint.of(resource);
    }

    /**
     * The finding on a resource.
     *
     * @param causes what it is made of, the most important first
     * @param previous what was told before, null when nothing
     */
    ObjectNode active(JoinedResource resource, List<Sighting> causes, @Nullable ObjectNode previous, Instant now) {
        Instant at = nextUpdate(previous, now);
        boolean goesOn = previous != null && isActive(previous);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("SchemaVersion", "2018-10-08");
        document.put("Id", findingId(resource.id()));
        document.put("ProductArn", ProductArn.of(scope, PRODUCT));
        document.put("GeneratorId", CorrelationRule.arn(scope, rule.id()));
        document.put("AwsAccountId", scope.account().value());
        document.put("Region", scope.region().value());
        rule.outcome().types().forEach(document.putArray("Types")::add);
        document.put(
                "CreatedAt",
                goesOn && previous != null ? previous.path("CreatedAt").stringValue() : FindingTime.format(at));
        document.put(UPDATED_AT, FindingTime.format(at));
        document.put("FirstObservedAt", FindingTime.format(first(causes)));
        document.put(LAST_OBSERVED_AT, FindingTime.format(last(causes)));
        document.putObject("Severity")
                .put("Label", rule.outcome().severity().name())
                .put("Normalized", rule.outcome().severity().normalized());
        document.put("Title", rule.outcome().title(rule.name(), resource.id()));
        document.put("Description", description(resource, causes));
        document.putObject("ProductFields")
                .put(RULE_ARN_FIELD, CorrelationRule.arn(scope, rule.id()))
                .put("CorrelationRuleName", rule.name())
                .put("JoinedBy", rule.question().joinedBy().name())
                .put("WithinSeconds", Long.toString(rule.question().within().toSeconds()));
        setResource(document.putArray("Resources").addObject(), resource);
        ArrayNode related = document.putArray("RelatedFindings");
        causes.stream()
                .map(Sighting::finding)
                .distinct()
                .forEach(cause -> related.addObject()
                        .put("ProductArn", cause.productArn())
                        .put("Id", cause.id()));
        document.put("RecordState", RecordState.ACTIVE.name());
        return document;
    }

    /** The finding as last told, archived. */
    static ObjectNode archived(ObjectNode told, Instant now) {
        ObjectNode document = told.deepCopy();
        document.put(UPDATED_AT, FindingTime.format(nextUpdate(told, now)));
        document.put("RecordState", RecordState.ARCHIVED.name());
        return document;
    }

    static boolean isActive(ObjectNode told) {
        return RecordState.ACTIVE.name().equals(told.path("RecordState").stringValue());
    }

    /** When the finding was last told. */
    static Instant toldAt(ObjectNode told) {
        return Objects.requireNonNull(FindingTime.parse(told.path(UPDATED_AT).stringValue()), "told without a time");
    }

    /** Whether the two say the same but for the times. */
    static boolean isSame(ObjectNode one, ObjectNode other) {
        List<String> times = List.of(UPDATED_AT, LAST_OBSERVED_AT);
        return one.deepCopy().remove(times).equals(other.deepCopy().remove(times));
    }

    /** The hub takes only what is newer than what it has. */
    private static Instant nextUpdate(@Nullable ObjectNode previous, Instant now) {
        Instant after = previous == null ? now : toldAt(previous).plusMillis(1);
        return now.isBefore(after) ? after : now;
    }

    private String description(JoinedResource resource, List<Sighting> causes) {
        var text = new StringBuilder("Correlation rule ");
        text.append(Texts.cut(rule.name(), LONGEST_NAME))
                .append(" found on ")
                .append(resource.id())
                .append(" within ")
                .append(rule.question().within().toSeconds())
                .append(" seconds:");
        List<CorrelationPart> parts = rule.question().parts();
        for (Sighting cause : causes) {
            text.append(' ')
                    .append(Texts.cut(parts.get(cause.part()).name(), LONGEST_NAME))
                    .append(" (")
                    .append(cause.finding().id())
                    .append(");");
        }
        text.setCharAt(text.length() - 1, '.');
        return Texts.cut(text.toString(), LONGEST_DESCRIPTION);
    }

    private void setResource(ObjectNode node, JoinedResource resource) {
        node.put("Type", resource.type())
                .put("Id", resource.id())
                .put("Partition", scope.region().partition())
                .put("Region", scope.region().value());
        Arn thing = rule.question().joinedBy() == JoinKey.THING ? Arn.parse(resource.id()) : null;
        if (thing != null) {
            node.putObject("Details")
                    .putObject("Other")
                    .put("ThingArn", resource.id())
                    .put("ThingName", Objects.requireNonNullElse(thing.nameOf("thing"), ""));
        }
    }

    private static Instant first(List<Sighting> causes) {
        return causes.stream().map(Sighting::since).min(Instant::compareTo).orElseThrow();
    }

    private static Instant last(List<Sighting> causes) {
        return causes.stream().map(Sighting::seen).max(Instant::compareTo).orElseThrow();
    }
}
