// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.insight.Grouping;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The insights that every hub has ({@code managed-insights.json} beside this class). Immutable (hub, insights).
 *
 * <p>Those of the platform are {@code securityhub/default/{n}}, our own about fleets {@code fleetward/default/{n}}.
 */
final class ManagedInsights {
    private static final String NAMESPACE = ":securityhub:::insight/";

    private final Map<String, JsonNode> byName;

    private ManagedInsights(Map<String, JsonNode> byName) {
        this.byName = Map.copyOf(byName);
    }

    static ManagedInsights load() {
        try (InputStream file = ManagedInsights.class.getResourceAsStream("managed-insights.json")) {
            if (file == null) {
                throw new IllegalStateException("the managed insights are missing");
            }
            var byName = new HashMap<String, JsonNode>();
            JsonMapper.shared()
                    .readTree(file)
                    .forEach(insight -> byName.put(insight.path("insight").stringValue(), insight));
            return new ManagedInsights(byName);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The insight of this ARN as it stands in a region, or null. */
    @Nullable
    Insight find(AccountRegion scope, String arn) {
        String prefix = prefix(scope.region());
        JsonNode insight = arn.startsWith(prefix) ? byName.get(arn.substring(prefix.length())) : null;
        if (insight == null) {
            return null;
        }
        String groupBy = insight.path("groupBy").stringValue();
        return new Insight(
                arn,
                insight.path("name").stringValue(),
                filters(insight, scope.region()),
                Objects.requireNonNull(Grouping.named(groupBy), groupBy));
    }

    /** How the ARNs of managed insights begin, in the partition of the region. */
    private static String prefix(Region region) {
        return "arn:" + region.partition() + NAMESPACE;
    }

    private static ObjectNode filters(JsonNode insight, Region region) {
        String text = insight.path("filters")
                .toString()
                .replace("${partition}", region.partition())
                .replace("${region}", region.value());
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }
}
