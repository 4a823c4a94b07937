// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import io.fleetward.application.chain.ChainLink.Kind;
import io.fleetward.application.mitigation.MitigationExecutions;
import io.fleetward.application.mitigation.MitigationExecutions.ExecutionFilter;
import io.fleetward.application.mitigation.MitigationTasks;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKind;
import java.time.Instant;

/** The mitigation actions on a finding's fault or violation. */
final class MitigationLinks implements ChainSource {
    private static final int MOST = 100;

    private final MitigationTasks tasks;
    private final MitigationExecutions executions;

    MitigationLinks(MitigationTasks tasks, MitigationExecutions executions) {
        this.tasks = tasks;
        this.executions = executions;
    }

    @Override
    public void trace(Tx tx, AccountRegion owner, Finding finding, ChainDraft chain) {
        switch (ChainSource.product(finding)) {
            case ViolationFindings.PRODUCT -> trace(tx, owner, TaskKind.DETECT, finding.id(), chain);
            case AuditFindings.PRODUCT ->
                trace(tx, owner, TaskKind.AUDIT, ChainSource.field(finding, AuditLinks.FINDING_ID), chain);
            default -> {
                // Nothing else can be mitigated.
            }
        }
    }

    private void trace(Tx tx, AccountRegion owner, TaskKind kind, String subject, ChainDraft chain) {
        if (subject.isEmpty()) {
            return;
        }
        var filter = new ExecutionFilter(kind, null, subject, null, null, null, null);
        Page<Execution> found = executions.list(tx, owner, filter, PageRequest.first(MOST));
        for (Execution execution : found.items()) {
            chain.add(
                    Kind.ACTION,
                    startedAt(tx, execution),
                    "Mitigation action " + execution.actionName() + " of task "
                            + execution.task().id() + ": " + execution.outcome().status() + ".",
                    "taskId",
                    execution.task().id(),
                    "actionName",
                    execution.actionName(),
                    "actionId",
                    execution.actionId(),
                    "status",
                    execution.outcome().status().name());
        }
        if (found.next() != null) {
            chain.miss("There are more than " + MOST + " mitigation actions.");
        }
    }

    /** When the action began; when its task did, as long as it has not. */
    private Instant startedAt(Tx tx, Execution execution) {
        Instant started = execution.outcome().startedAt();
        MitigationTask task = started == null ? tasks.find(tx, execution.task()) : null;
        if (task != null) {
            return task.startedAt();
        }
        return started == null ? Instant.EPOCH : started;
    }
}
