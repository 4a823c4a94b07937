// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.source.SourceResult.Translated;
import io.fleetward.hub.source.SourceResult.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Findings in the Open Cybersecurity Schema: vulnerability (2002), compliance (2003) and detection findings (2004), and
 * the security findings (2001) of its first version (hub, OCSF surface).
 */
record OcsfSource() implements FindingSource {
    private static final Set<Integer> CLASSES = Set.of(2001, 2002, 2003, 2004);

    @Override
    public String format() {
        return "OCSF";
    }

    @Override
    public @Nullable String product() {
        return null;
    }

    @Override
    public List<SourceResult> translate(List<JsonNode> documents, SourceContext context) {
        var results = new ArrayList<SourceResult>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            JsonNode document = documents.get(i);
            results.add(
                    CLASSES.contains(document.path("class_uid").asInt(0))
                            ? new Translated(new OcsfFinding(document, context).asff())
                            : new Unreadable(
                                    "document " + (i + 1), "its class_uid must be 2001, 2002, 2003 or 2004"));
        }
        return results;
    }
}
