// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.outbox.OutboxHandler;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports the findings that audit and Detect left in the outbox. Thread-safe.
 *
 * <p>A finding that the hub refuses is logged and counted and does not hold up the others; a failing store throws, so
 * that the outbox tries again.
 */
public final class FindingImportHandler implements OutboxHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FindingImportHandler.class);

    private final FindingImports imports;
    private final InstantSource clock;

    public FindingImportHandler(FindingImports imports, InstantSource clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return OutboxFindings.TOPIC;
    }

    @Override
    public void handle(Tx tx, List<OutboxEntry> batch) {
        var byScope = new LinkedHashMap<AccountRegion, List<ObjectNode>>();
        for (OutboxEntry entry : batch) {
            List<ObjectNode> findings = byScope.computeIfAbsent(entry.scope(), scope -> new ArrayList<>());
            parse(entry, findings);
        }
        for (Map.Entry<AccountRegion, List<ObjectNode>> group : byScope.entrySet()) {
            ImportReport report = imports.importPlatform(tx, group.getKey(), clock.instant(), group.getValue());
            report.failures().forEach(failure -> log(group.getKey(), failure));
        }
    }

    private static void parse(OutboxEntry entry, List<ObjectNode> findings) {
        try {
            if (JsonMapper.shared().readTree(entry.body()) instanceof ObjectNode finding) {
                findings.add(finding);
                return;
            }
        } catch (JacksonException notJson) {
            LOG.atDebug().setCause(notJson).log("finding-unreadable");
        }
        log(entry.scope(), ImportReport.Failure.invalidInput(entry.key(), "The entry is no JSON object."));
    }

    private static void log(AccountRegion scope, ImportReport.Failure failure) {
        LOG.atError()
                .addKeyValue("account", scope.account())
                .addKeyValue("region", scope.region())
                .addKeyValue("finding", failure.id())
                .addKeyValue("code", failure.code())
                .addKeyValue("reason", failure.message())
                .log("finding-refused");
    }
}
