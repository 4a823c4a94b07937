// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.product.Product;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which findings a run closes: active ones that it covered, that it did not see, and that nobody else has sent since it
 * began.
 *
 * @param productArn the ARN without a publisher's account
 * @param catalogued the product; null for the account's own
 */
record ImportClosing(
        String productArn,
        @Nullable Product catalogued,
        ImportOrder.Coverage coverage,
        Set<FindingKey> seen,
        Instant startedAt) {
    /** What to search for; more may be found than is closed. */
    ObjectNode filters() {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        put(filters, "RecordState", "EQUALS", RecordState.ACTIVE.name());
        if (catalogued == null) {
            put(filters, "ProductArn", "EQUALS", productArn);
        } else {
            put(filters, "ProductName", "EQUALS", catalogued.name());
        }
        if (coverage.generatorPrefix() != null) {
            put(filters, "GeneratorId", "PREFIX", coverage.generatorPrefix());
        }
        if (coverage.resourcePrefix() != null) {
            put(filters, "ResourceId", "PREFIX", coverage.resourcePrefix());
        }
        return filters;
    }

    boolean closes(Finding finding) {
        String resources = coverage.resourcePrefix();
        String generators = coverage.generatorPrefix();
        return finding.recordState() == RecordState.ACTIVE
                && finding.key().productArn().equals(productArn)
                && (generators == null
                        || finding.document().path("GeneratorId").asString("").startsWith(generators))
                && (resources == null || finding.resourceIds().stream().allMatch(id -> id.startsWith(resources)))
                && finding.processedAt().isBefore(startedAt)
                && !seen.contains(finding.key());
    }

    private static void put(ObjectNode filters, String name, String comparison, String value) {
        filters.putArray(name).addObject().put("Comparison", comparison).put("Value", value);
    }

    /** The ARN as findings' keys have it. */
    static String arn(AccountRegion scope, @Nullable String product) {
        if (product != null) {
            return ProductArn.of(scope, product);
        }
        return scope.arn("securityhub", "product/" + scope.account() + "/default")
                .toString();
    }
}
