// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.source.SourceResult.Translated;
import io.fleetward.hub.source.SourceResult.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings that are in the hub's format already; each document is one. */
record AsffSource() implements FindingSource {
    @Override
    public String format() {
        return "ASFF";
    }

    @Override
    public @Nullable String product() {
        return null;
    }

    @Override
    public List<SourceResult> translate(List<JsonNode> documents, SourceContext context) {
        var results = new ArrayList<SourceResult>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            results.add(
                    documents.get(i) instanceof ObjectNode finding && isMeant(finding)
                            ? new Translated(finding)
                            : new Unreadable(
                                    "document " + (i + 1), "must be a finding with SchemaVersion, Id or ProductArn"));
        }
        return results;
    }

    /** Whether it looks like a finding, right or wrong. */
    private static boolean isMeant(ObjectNode document) {
        return document.has("SchemaVersion") || document.has("Id") || document.has("ProductArn");
    }
}
