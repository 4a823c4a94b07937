// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.hub.FindingQueries.SortCriterion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What people and programs search for among these findings; confined to one thread. */
final class HubSearches {
    private final HubFindings findings;
    private final RandomGenerator random;

    HubSearches(HubFindings findings, RandomGenerator random) {
        this.findings = findings;
        this.random = random;
    }

    /**
     * One search.
     *
     * @param sort empty for the latest first
     */
    record Search(ObjectNode filters, List<SortCriterion> sort) {
        static Search latest() {
            return new Search(JsonNodeFactory.instance.objectNode(), List.of());
        }

        Search with(String key, String... values) {
            return compared(key, "EQUALS", values);
        }

        private Search compared(String key, String comparison, String... values) {
            for (String value : values) {
                filters.withArray(key).addObject().put("Value", value).put("Comparison", comparison);
            }
            return this;
        }

        Search updatedInDays(int days) {
            filters.withArray("UpdatedAt")
                    .addObject()
                    .putObject("DateRange")
                    .put("Value", days)
                    .put("Unit", "DAYS");
            return this;
        }

        private Search sortedBy(String field) {
            return new Search(filters, List.of(new SortCriterion(field, true)));
        }
    }

    /** Every kind of search by its name; the same kind asks for something else each time. */
    Map<String, Supplier<Search>> kinds() {
        var kinds = new LinkedHashMap<String, Supplier<Search>>();
        kinds.put("everything", Search::latest);
        kinds.put("active and new", HubSearches::open);
        kinds.put("active, new, critical", () -> open().with("SeverityLabel", "CRITICAL"));
        kinds.put("active, high or critical", () -> active().with("SeverityLabel", "HIGH", "CRITICAL"));
        kinds.put("active, of a product", () -> active().with("ProductName", "CrowdStrike Falcon"));
        kinds.put("on a resource", () -> Search.latest().with("ResourceId", findings.resourceId(anyFinding())));
        kinds.put(
                "active, on a type of resource",
                () -> active().with("ResourceType", findings.resourceType(anyFinding())));
        kinds.put("by id", () -> Search.latest().with("Id", findings.id(anyFinding())));
        kinds.put("of a rule", () -> Search.latest().with("GeneratorId", HubFindings.generatorId(anyRule())));
        kinds.put(
                "title by its beginning", () -> Search.latest().compared("Title", "PREFIX", findings.title(anyRule())));
        kinds.put(
                "of the last week, critical",
                () -> Search.latest().with("SeverityLabel", "CRITICAL").updatedInDays(7));
        kinds.put("active, failed checks", () -> active().with("ComplianceStatus", "FAILED"));
        kinds.put("active, the most severe first", () -> active().sortedBy("SeverityNormalized"));
        return kinds;
    }

    static Search active() {
        return Search.latest().with("RecordState", "ACTIVE");
    }

    private static Search open() {
        return active().with("WorkflowStatus", "NEW");
    }

    private int anyFinding() {
        return random.nextInt(findings.count());
    }

    private int anyRule() {
        return random.nextInt(HubFindings.RULES);
    }
}
