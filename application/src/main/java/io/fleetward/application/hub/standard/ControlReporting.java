// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ControlFindings;
import io.fleetward.hub.standard.ControlReport;
import io.fleetward.hub.standard.ControlVerdict;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the hub what controls say, and withdraws what they say no more.
 *
 * <p>Thread-safe. Every document leaves in the transaction that also remembers it as the last one told.
 */
final class ControlReporting {
    private static final String ARCHIVAL_REASON = "ArchivalReasons:0/ReasonCode";
    private static final String GENERATOR_CHANGED = "CONSOLIDATED_CONTROL_FINDINGS_UPDATE";

    private final ControlReports reports;
    private final FindingOutbox outbox;

    ControlReporting(ControlReports reports, FindingOutbox outbox) {
        this.reports = reports;
        this.outbox = outbox;
    }

    /**
     * Tells what the control says of these resources.
     *
     * @param isRefresh whether also to tell what the hub was told already
     */
    void tell(Tx tx, ControlFindings findings, List<ControlVerdict> verdicts, Instant now, boolean isRefresh) {
        AccountRegion scope = findings.scope();
        Map<String, ControlReport> told = told(tx, findings, verdicts);
        var next = new ArrayList<ControlReport>();
        for (ControlVerdict verdict : verdicts) {
            ControlReport previous = continued(tx, findings, told.get(verdict.resource()), now);
            if (previous == null || isRefresh || !findings.isToldBy(previous, verdict)) {
                next.add(findings.report(verdict, previous, now));
            }
        }
        reports.put(tx, scope, next);
        next.forEach(report -> outbox.append(tx, scope, report.document()));
    }

    /** Withdraws reports of one control. */
    void withdraw(Tx tx, AccountRegion scope, List<ControlReport> gone, Instant now) {
        if (!gone.isEmpty()) {
            gone.forEach(report -> outbox.append(tx, scope, report.withdrawal(now)));
            List<String> resources = gone.stream().map(ControlReport::resource).toList();
            reports.remove(tx, scope, gone.getFirst().control(), resources);
        }
    }

    /** The report that the next one follows on; one on a finding of the other kind is withdrawn. */
    private @Nullable ControlReport continued(
            Tx tx, ControlFindings findings, @Nullable ControlReport previous, Instant now) {
        if (previous == null || previous.findingId().equals(findings.findingId(previous.resource()))) {
            return previous;
        }
        ObjectNode withdrawal = previous.withdrawal(now);
        withdrawal.withObject("ProductFields").put(ARCHIVAL_REASON, GENERATOR_CHANGED);
        outbox.append(tx, findings.scope(), withdrawal);
        return null;
    }

    private Map<String, ControlReport> told(Tx tx, ControlFindings findings, List<ControlVerdict> verdicts) {
        var told = new HashMap<String, ControlReport>();
        List<String> resources = verdicts.stream().map(ControlVerdict::resource).toList();
        reports.find(tx, findings.scope(), findings.control().id(), resources)
                .forEach(report -> told.put(report.resource(), report));
        return told;
    }
}
