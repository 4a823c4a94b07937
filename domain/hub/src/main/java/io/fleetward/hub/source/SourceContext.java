// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where findings arrive. Immutable.
 *
 * @param now stands for times that a document does not state
 * @param product the tail of the product in whose name the sender speaks; null for the account's own
 * @param columns the member of the finding that a column of a table fills, by the column's name; others are as {@link
 *     CsvColumn} says
 */
public record SourceContext(
        AccountRegion scope, Instant now, @Nullable String product, Map<String, String> columns) {
    public SourceContext {
        columns = Map.copyOf(columns);
    }

    /** Findings that name their product themselves, or belong to the account's own. */
    public static SourceContext of(AccountRegion scope, Instant now) {
        return new SourceContext(scope, now, null, Map.of());
    }

    /** The ARN of the product in whose name the sender speaks. */
    public String productArn() {
        if (product != null) {
            return ProductArn.of(scope, product);
        }
        ProductArn own = ProductArn.ownProduct(scope);
        return "arn:" + own.partition() + ":securityhub:" + own.region() + ":" + own.account() + ":product/"
                + own.tail();
    }

    String nowText() {
        return FindingTime.format(now);
    }
}
