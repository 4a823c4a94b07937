// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants imported, and how.
 *
 * @param format the name of a {@link io.fleetward.hub.source.FindingSource}
 * @param product the product in whose name findings are sent that name none themselves, as {@code company/product};
 *     null for the account's own
 * @param columns which member a column of a table fills; see {@link io.fleetward.hub.source.SourceContext}
 * @param closed what of the findings that are known is closed unless it is seen again; null to close nothing
 * @param isLenient whether findings are made to fit instead of being refused for a text that is too long
 * @param isRehearsal whether nothing is to happen
 */
public record ImportOrder(
        String format,
        String content,
        @Nullable String product,
        Map<String, String> columns,
        @Nullable Coverage closed,
        boolean isLenient,
        boolean isRehearsal) {
    public ImportOrder {
        columns = Map.copyOf(columns);
    }

    /**
     * The findings that whoever sends looked for: of a product, by generators and about resources whose names begin so.
     *
     * @param product as {@code company/product}; null for that of the order or of its format
     * @param generatorPrefix null for every generator
     * @param resourcePrefix null for every resource
     */
    public record Coverage(
            @Nullable String product,
            @Nullable String generatorPrefix,
            @Nullable String resourcePrefix) {}
}
