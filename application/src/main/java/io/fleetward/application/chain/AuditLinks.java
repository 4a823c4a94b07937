// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.audit.ReportedFindings;
import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;

/** The check that found a fault last, and the change that had it run, if one did. */
final class AuditLinks implements ChainSource {
    /** The product field of findings that names the audit's own finding. */
    static final String FINDING_ID = "FindingId";

    private final ReportedFindings findings;

    AuditLinks(ReportedFindings findings) {
        this.findings = findings;
    }

    @Override
    public void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain) {
        String id = ChainSource.field(finding, FINDING_ID);
        if (id.isEmpty() || !ChainSource.product(finding).equals(AuditFindings.PRODUCT)) {
            return;
        }
        AuditFinding found = findings.find(tx, owner, id);
        if (found == null) {
            chain.miss("The audit's finding " + id + " is no longer kept.");
            return;
        }
        String resource = found.resource().identifier().type() + " "
                + String.join(":", found.resource().identifier().members().values());
        if (found.taskId().equals(AuditTask.CONTINUOUS)) {
            chain.add(
                    Kind.CHANGE, found.taskStartedAt(), resource + " was changed.", identifiers(found, new String[0]));
        }
        String[] check = {"checkName", found.check().value(), "taskId", found.taskId(), "findingId", found.id()};
        chain.add(
                Kind.CHECK,
                found.foundAt(),
                "Check " + found.check() + " found " + resource + " non-compliant: " + found.reason(),
                identifiers(found, check));
    }

    /** The first ones and the members of the resource's identifier. */
    private static String[] identifiers(AuditFinding found, String[] first) {
        var all = new ArrayList<String>(List.of(first));
        found.resource().identifier().members().forEach((name, value) -> {
            all.add(name);
            all.add(value);
        });
        return all.toArray(String[]::new);
    }
}
