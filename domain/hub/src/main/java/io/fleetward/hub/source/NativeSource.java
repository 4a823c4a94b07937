// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.source.SourceResult.Translated;
import io.fleetward.hub.source.SourceResult.Unreadable;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The native format of a service, bare or in the envelopes of the event bus; texts that are too long are cut. */
record NativeSource(NativeService service) implements FindingSource {
    @Override
    public String format() {
        return service.format();
    }

    @Override
    public String product() {
        return service.product();
    }

    @Override
    public List<SourceResult> translate(List<JsonNode> documents, SourceContext context) {
        var readable = new ArrayList<NativeDocument>();
        var results = new ArrayList<SourceResult>();
        for (int i = 0; i < documents.size(); i++) {
            JsonNode document = documents.get(i);
            String source = document.path("source").stringValue("");
            if (!document.isObject()) {
                results.add(new Unreadable("document " + (i + 1), "must be an object"));
            } else if (NativeDocument.isEnvelope(document) && !source.equals(service.eventSource())) {
                results.add(new Unreadable(
                        "document " + (i + 1), "its source must be " + service.eventSource() + ", not " + source));
            } else {
                readable.add(NativeDocument.of(document, context));
            }
        }
        service.allFindings(readable)
                .forEach(finding ->
                        results.add(new Translated(AsffSchema.fit(finding).document())));
        return results;
    }
}
