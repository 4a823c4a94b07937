// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.insight;

import io.fleetward.hub.filter.AttributeFilter;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.SortKey;
import io.fleetward.hub.filter.SortValue;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.Fingerprint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a finding has in common with many others, so that all of them are judged and counted at once.
 *
 * <p>A million findings have some thousand sketches. What filters say about the attributes a sketch keeps is decided by
 * the sketch, exactly as by the finding. Immutable but for the document, which nobody changes.
 *
 * @param document the kept parts of the finding's document; lists without repetitions
 * @param others attributes beyond those that the finding has values of
 */
public record FindingSketch(ObjectNode document, Set<FilterKey> others) {
    /** The attributes of few values that filters and groupings name most. */
    private static final Set<FilterKey> KEPT = EnumSet.of(
            FilterKey.PRODUCT_ARN,
            FilterKey.PRODUCT_NAME,
            FilterKey.COMPANY_NAME,
            FilterKey.AWS_ACCOUNT_ID,
            FilterKey.AWS_ACCOUNT_NAME,
            FilterKey.REGION,
            FilterKey.TYPE,
            FilterKey.SEVERITY_LABEL,
            FilterKey.COMPLIANCE_STATUS,
            FilterKey.COMPLIANCE_SECURITY_CONTROL_ID,
            FilterKey.VERIFICATION_STATE,
            FilterKey.WORKFLOW_STATE,
            FilterKey.WORKFLOW_STATUS,
            FilterKey.RECORD_STATE,
            FilterKey.SAMPLE,
            FilterKey.RESOURCE_TYPE,
            FilterKey.RESOURCE_PARTITION,
            FilterKey.RESOURCE_REGION,
            FilterKey.VULNERABILITIES_FIX_AVAILABLE,
            FilterKey.VULNERABILITIES_EXPLOIT_AVAILABLE);

    /** What every finding has; noting it would say nothing. */
    private static final Set<FilterKey> EVERYWHERE = EnumSet.of(
            FilterKey.ID,
            FilterKey.GENERATOR_ID,
            FilterKey.TITLE,
            FilterKey.DESCRIPTION,
            FilterKey.SEVERITY_NORMALIZED,
            FilterKey.RESOURCE_ID);

    private static final Set<FilterKey> NOTED = noted();
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    private static final DocumentPart PART =
            DocumentPart.of(KEPT.stream().map(FilterKey::path).toList());

    public FindingSketch {
        others = Set.copyOf(others);
    }

    /** The sketch of a finding. */
    public static FindingSketch of(Finding finding) {
        Set<FilterKey> others = EnumSet.noneOf(FilterKey.class);
        for (FilterKey key : NOTED) {
            if (key.path().any(finding.document(), value -> true)) {
                others.add(key);
            }
        }
        return new FindingSketch(PART.of(finding.document()), others);
    }

    /** Reads the written form, as a tree. */
    public static FindingSketch read(JsonNode read) {
        Set<FilterKey> others = EnumSet.noneOf(FilterKey.class);
        for (JsonNode name : read.path("others")) {
            others.add(Objects.requireNonNull(FilterKey.named(name.stringValue())));
        }
        return new FindingSketch((ObjectNode) read.path("document"), others);
    }

    /** Whether sketches keep the values of this attribute. */
    public static boolean keeps(FilterKey key) {
        return KEPT.contains(key);
    }

    /** Whether sketches keep the values of this attribute, or at least whether there are any. */
    public static boolean tellsOf(FilterKey key) {
        return keeps(key) || NOTED.contains(key);
    }

    /** The part of a filter that sketches decide. */
    public static FindingFilter decided(FindingFilter filter) {
        return part(filter, true);
    }

    /** The part of a filter that only the finding itself decides. */
    public static FindingFilter undecided(FindingFilter filter) {
        return part(filter, false);
    }

    /** Whether findings of this sketch pass a filter that sketches decide. */
    public boolean matches(FindingFilter decided) {
        return decided.attributes().stream()
                .allMatch(attribute ->
                        attribute.criterion().matches(attribute.key().path(), document));
    }

    /** What findings of this sketch are sorted by, under a key whose values sketches keep. */
    public SortValue valueOf(SortKey key) {
        return key.valueOf(new Finding(document));
    }

    /** Whether findings of this sketch may have values of the attribute. */
    public boolean mayHave(FilterKey key) {
        return !NOTED.contains(key) || others.contains(key);
    }

    /** Whether a finding of this sketch can pass the filter: false only if none does. */
    public boolean mayMatch(FindingFilter filter) {
        return matches(decided(filter))
                && undecided(filter).attributes().stream()
                        .allMatch(attribute -> mayHave(attribute.key())
                                || attribute.criterion().matches(attribute.key().path(), NOTHING));
    }

    /** What findings of this sketch are filed under. */
    public String fingerprint() {
        return Fingerprint.of(text());
    }

    /** The written form: the same text for the same sketch. */
    public String text() {
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        text.set("document", document);
        ArrayNode names = text.putArray("others");
        others.stream().map(FilterKey::wireName).sorted().forEach(names::add);
        return text.toString();
    }

    private static FindingFilter part(FindingFilter filter, boolean isDecided) {
        List<AttributeFilter> attributes = new ArrayList<>(filter.attributes());
        attributes.removeIf(attribute -> keeps(attribute.key()) != isDecided);
        return new FindingFilter(attributes);
    }

    private static Set<FilterKey> noted() {
        Set<FilterKey> noted = EnumSet.allOf(FilterKey.class);
        noted.removeIf(key -> !Grouping.isPossibleBy(key) || KEPT.contains(key) || EVERYWHERE.contains(key));
        return noted;
    }
}
