// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A format in which findings come. Immutable. */
public interface FindingSource {
    /** The name by which senders choose it. */
    String format();

    /** The tail of the product that its findings belong to; null when the sender says it. */
    @Nullable
    String product();

    /** Whether documents are the rows of a table, in a text that is no JSON. */
    default boolean isTable() {
        return false;
    }

    /** The findings in these documents, in their order; never throws, whatever the documents hold. */
    List<SourceResult> translate(List<JsonNode> documents, SourceContext context);
}
