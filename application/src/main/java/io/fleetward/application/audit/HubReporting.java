// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.hub.ProductAcceptance;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.audit.finding.CheckReport.Occasion;
import io.fleetward.audit.finding.CheckSummaries;
import io.fleetward.audit.finding.HubReport;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the hub what an audit found: new and updated faults, withdrawn ones, and how each check ended.
 *
 * <p>Thread-safe. Every document leaves in the transaction that also remembers it as the last one told. While the hub
 * accepts no findings of the audit it is told nothing and nothing is remembered, so that the first audit it hears of
 * again withdraws whatever was mended in the meantime.
 */
public final class HubReporting {
    private final HubReports reports;
    private final FindingOutbox outbox;
    private final ProductAcceptance acceptance;
    private final AuditFindings findings;
    private final CheckSummaries summaries;

    /** @param consoleUrl where the console is, without a slash at the end */
    public HubReporting(HubReports reports, FindingOutbox outbox, ProductAcceptance acceptance, String consoleUrl) {
        this.reports = reports;
        this.outbox = outbox;
        this.acceptance = acceptance;
        this.findings = new AuditFindings(consoleUrl);
        this.summaries = new CheckSummaries(consoleUrl);
    }

    /** Whether there is anybody to be told. */
    boolean isHeard(Tx tx, AccountRegion scope) {
        return acceptance.accepts(tx, scope, AuditFindings.PRODUCT);
    }

    /** Reports faults that the audit found. */
    void report(Tx tx, Occasion occasion, List<AuditFinding> found) {
        AccountRegion scope = occasion.task().scope();
        Map<String, HubReport> previous = previous(
                tx,
                occasion,
                found.stream().map(finding -> AuditFindings.id(scope, finding)).toList());
        var next = new ArrayList<HubReport>();
        for (AuditFinding finding : found) {
            HubReport report = findings.report(occasion, finding, previous.get(AuditFindings.id(scope, finding)));
            if (report != null) {
                next.add(report);
            }
        }
        leave(tx, scope, next);
    }

    /** Withdraws up to that many faults that this audit did not find any more; answers how many. */
    int archiveOthers(Tx tx, Occasion occasion, int limit) {
        AccountRegion scope = occasion.task().scope();
        var origin =
                new HubReports.Origin(occasion.check().name(), occasion.task().id());
        List<HubReport> archived = reports.activeFromOtherTasks(tx, scope, origin, limit).stream()
                .map(report -> report.archived(occasion.now()))
                .toList();
        leave(tx, scope, archived);
        return archived.size();
    }

    /** Withdraws up to that many faults of a check that there will be no more; answers how many. */
    int withdraw(Tx tx, AccountRegion scope, CheckName check, Instant now, int limit) {
        var notFromAny = new HubReports.Origin(check, "");
        List<HubReport> archived = reports.activeFromOtherTasks(tx, scope, notFromAny, limit).stream()
                .map(report -> report.archived(now))
                .toList();
        leave(tx, scope, archived);
        return archived.size();
    }

    /** Withdraws every fault of the resource but those just found. */
    void archiveOthers(Tx tx, Occasion occasion, String idPrefix, List<AuditFinding> found) {
        AccountRegion scope = occasion.task().scope();
        Set<String> still =
                found.stream().map(finding -> AuditFindings.id(scope, finding)).collect(Collectors.toSet());
        leave(
                tx,
                scope,
                reports.active(tx, scope, occasion.check().name(), idPrefix).stream()
                        .filter(report -> !still.contains(report.id()))
                        .map(report -> report.archived(occasion.now()))
                        .toList());
    }

    /** Reports how the check ended, if anybody listens. */
    void summarise(Tx tx, Occasion occasion, CheckRun run) {
        if (!isHeard(tx, occasion.task().scope())) {
            return;
        }
        String id = CheckSummaries.id(occasion.task(), occasion.check().name());
        HubReport previous = previous(tx, occasion, List.of(id)).get(id);
        leave(tx, occasion.task().scope(), List.of(summaries.report(occasion, run, previous)));
    }

    private Map<String, HubReport> previous(Tx tx, Occasion occasion, List<String> ids) {
        var byId = new HashMap<String, HubReport>();
        reports.find(tx, occasion.task().scope(), occasion.check().name(), ids)
                .forEach(report -> byId.put(report.id(), report));
        return byId;
    }

    private void leave(Tx tx, AccountRegion scope, List<HubReport> next) {
        reports.put(tx, scope, next);
        next.forEach(report -> outbox.append(tx, scope, report.document()));
    }
}
