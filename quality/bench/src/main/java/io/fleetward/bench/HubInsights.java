// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.HubSearches.Search;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The insights that are asked for: all that every hub has, and some that people make. */
final class HubInsights {
    private static final String MANAGED = "arn:aws:securityhub:::insight/";
    private static final int[] OF_THE_PLATFORM = {
        1, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34,
        35, 36, 37
    };
    private static final int OUR_OWN = 3;

    private final HubScene scene;
    private final Map<String, String> arns = new LinkedHashMap<>();

    private HubInsights(HubScene scene) {
        this.scene = scene;
    }

    /** The ARN of each insight by a name for people. */
    static Map<String, String> of(HubScene scene) {
        var insights = new HubInsights(scene);
        IntStream.of(OF_THE_PLATFORM).forEach(number -> insights.managed("securityhub/default/" + number));
        IntStream.rangeClosed(1, OUR_OWN).forEach(number -> insights.managed("fleetward/default/" + number));
        insights.custom("active, by rule", HubSearches.active(), "GeneratorId");
        insights.custom("failed of a product, by title", failedOfAProduct(), "Title");
        insights.custom("failed, by type", HubSearches.active().with("ComplianceStatus", "FAILED"), "Type");
        insights.custom("everything, by state", Search.latest(), "RecordState");
        insights.custom(
                "of a rule, by severity", Search.latest().with("GeneratorId", "scanner/rule-7"), "SeverityLabel");
        insights.custom("of the last day, by severity", Search.latest().updatedInDays(1), "SeverityLabel");
        insights.custom("of the last week, by product", Search.latest().updatedInDays(7), "ProductName");
        insights.custom("critical, by resource", HubSearches.active().with("SeverityLabel", "CRITICAL"), "ResourceId");
        return insights.arns;
    }

    private static Search failedOfAProduct() {
        return HubSearches.active().with("ComplianceStatus", "FAILED").with("ProductName", "CrowdStrike Falcon");
    }

    private void managed(String name) {
        arns.put(name, MANAGED + name);
    }

    private void custom(String name, Search search, String groupBy) {
        arns.put(name, scene.insight(name, search.filters(), groupBy));
    }
}
