// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.source.SourceResult.Translated;
import io.fleetward.hub.source.SourceResult.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Results of analysis tools as SARIF 2.1.0 has them; each document is a log of runs. */
record SarifSource() implements FindingSource {
    private static final String VERSION = "2.1.0";

    @Override
    public String format() {
        return "SARIF";
    }

    @Override
    public @Nullable String product() {
        return null;
    }

    @Override
    public List<SourceResult> translate(List<JsonNode> documents, SourceContext context) {
        var results = new ArrayList<SourceResult>();
        for (int i = 0; i < documents.size(); i++) {
            JsonNode log = documents.get(i);
            if (!log.path("version").asString("").equals(VERSION) || !log.path("runs").isArray()) {
                results.add(new Unreadable("document " + (i + 1), "must be a SARIF " + VERSION + " log with runs"));
            }
            for (JsonNode run : log.path("runs")) {
                var tool = new SarifRun(run, context);
                run.path("results").forEach(result -> results.add(new Translated(tool.finding(result))));
            }
        }
        return results;
    }
}
