// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.source.FindingSource;
import io.fleetward.hub.source.FindingSources;
import io.fleetward.hub.source.SourceContext;
import io.fleetward.hub.source.SourceResult;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes findings out of the events in which other services tell of them. Thread-safe (hub, native formats to
 * normalise).
 */
public final class EventFindings {
    private final FindingImports imports;

    public EventFindings(FindingImports imports) {
        this.imports = imports;
    }

    /** Whether events of this source, for example {@code aws.guardduty}, tell of findings. */
    public static boolean isSource(String eventSource) {
        return FindingSources.ofEvents(eventSource) != null;
    }

    /**
     * Imports what the event tells of, if the account and region takes in findings of its product.
     *
     * @param envelope the whole event, with {@code source}, {@code detail-type} and {@code detail}
     */
    public ImportReport take(Tx tx, AccountRegion scope, Instant now, ObjectNode envelope) {
        FindingSource source = FindingSources.ofEvents(envelope.path("source").asString(""));
        if (source == null) {
            return new ImportReport(0, List.of());
        }
        List<ObjectNode> findings = source.translate(List.of(envelope), SourceContext.of(scope, now)).stream()
                .filter(SourceResult.Translated.class::isInstance)
                .map(result -> ((SourceResult.Translated) result).finding())
                .toList();
        return imports.importPlatform(tx, scope, now, findings);
    }
}
