// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.FindingTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The findings of an access analyzer on one resource, at least one. */
record AccessGroup(List<NativeDocument> documents, String region) {
    private static final String PRACTICES = "Software and Configuration Checks/AWS Security Best Practices/";
    private static final Set<String> OVER = Set.of("ARCHIVED", "RESOLVED");
    private static final Map<String, String> UNUSED = Map.of(
            "UnusedPermission", "Unused Permission",
            "UnusedIAMRole", "Unused IAM Role",
            "UnusedIAMUserPassword", "Unused IAM User Password",
            "UnusedIAMUserAccessKey", "Unused IAM User Access Key");

    ObjectNode write(ObjectNode finding) {
        String type = ResourceTypes.asff(Fields.text(first().at("resourceType"), "Other"));
        String resource = Fields.text(first().at("resource"), "");
        finding.put("GeneratorId", "aws/access-analyzer");
        ArrayNode types = finding.putArray("Types");
        documents.stream().map(AccessGroup::type).distinct().forEach(types::add);
        time(finding, "CreatedAt", "createdAt", Comparator.reverseOrder());
        time(finding, "UpdatedAt", "updatedAt", Comparator.naturalOrder());
        ObjectNode severity = finding.putObject("Severity");
        if (isPublic()) {
            severity.put("Label", "HIGH");
        } else {
            severity.put("Product", 1).put("Label", "LOW").put("Normalized", 1);
        }
        finding.put("Title", type + "/" + resource + "/ " + title());
        finding.put("Description", description(type, resource));
        finding.putArray("Resources")
                .add(Resource.of(type, resource)
                        .in(first().partition(region), region)
                        .other(facts())
                        .document());
        finding.put("RecordState", documents.stream().allMatch(AccessGroup::isOver) ? "ARCHIVED" : "ACTIVE");
        return finding;
    }

    private NativeDocument first() {
        return documents.getFirst();
    }

    private boolean isPublic() {
        return documents.stream().anyMatch(document -> document.at("isPublic").asBoolean(false));
    }

    private static boolean isUnused(NativeDocument document) {
        return document.at("findingType").asString("").startsWith("Unused");
    }

    private static boolean isOver(NativeDocument document) {
        return document.at("isDeleted").asBoolean(false)
                || OVER.contains(document.at("status").asString(""));
    }

    private static String type(NativeDocument document) {
        if (isUnused(document)) {
            String kind = document.at("findingType").asString("");
            return PRACTICES + UNUSED.getOrDefault(kind, "Unused Permission");
        }
        return document.at("isPublic").asBoolean(false)
                ? "Effects/Data Exposure/External Access Granted"
                : PRACTICES + "External Access Granted";
    }

    private String title() {
        if (isUnused(first())) {
            return "has unused access";
        }
        return isPublic() ? "allows public access" : "allows cross-account access";
    }

    private String description(String type, String resource) {
        if (isUnused(first())) {
            return type + "/" + resource + "/ has access that was not used.";
        }
        String principals = joined(AccessGroup::principals);
        return type + "/" + resource + "/ " + title() + " to "
                + (principals.isEmpty() ? "principals outside of the zone of trust" : principals) + ".";
    }

    private ObjectNode facts() {
        ObjectNode facts = Fields.object();
        if (!isUnused(first())) {
            Fields.put(facts, "External Principal Type", joined(AccessGroup::principalTypes));
            Fields.put(facts, "External Principal", joined(AccessGroup::principals));
            Fields.put(facts, "Action Granted", joined(AccessGroup::actions));
            String conditions = joined(AccessGroup::conditions);
            facts.put("Condition", conditions.isEmpty() ? "none" : conditions);
        }
        return facts;
    }

    private String joined(Function<NativeDocument, Stream<String>> values) {
        return documents.stream().flatMap(values).distinct().collect(Collectors.joining(","));
    }

    private static Stream<String> principalTypes(NativeDocument document) {
        return document.at("principal").propertyStream().map(Map.Entry::getKey);
    }

    private static Stream<String> principals(NativeDocument document) {
        return document.at("principal")
                .propertyStream()
                .map(entry -> entry.getValue().asString(""));
    }

    private static Stream<String> actions(NativeDocument document) {
        return document.at("action").valueStream().map(action -> action.asString(""));
    }

    private static Stream<String> conditions(NativeDocument document) {
        return document.at("condition")
                .propertyStream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asString(""));
    }

    /** The last of the times in this order. */
    private void time(ObjectNode finding, String name, String from, Comparator<Instant> order) {
        documents.stream()
                .map(document -> SourceTime.text(document.at(from)))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(
                        text -> Objects.requireNonNullElse(FindingTime.parse(text), Instant.EPOCH), order))
                .ifPresent(text -> finding.put(name, text));
    }
}
