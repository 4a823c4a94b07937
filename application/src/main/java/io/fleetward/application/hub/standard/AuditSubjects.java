// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.hub.standard.ComplianceStatus;
import io.fleetward.hub.standard.ControlVerdict;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges an account by what its last audit said of one check; it says nothing while the account has the check disabled
 * or no audit has ended yet.
 *
 * <p>Thread-safe. Deviation: such a control has one finding, about the account. Those of the audit name the resources.
 */
public record AuditSubjects(CheckName check, AuditStore store, InstantSource clock) implements ControlSubjects {
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int PAGE = 25;

    /** Enough to get past audits of other checks. */
    private static final int MOST_PAGES = 4;

    @Override
    public Page<ControlVerdict> judge(Tx tx, AccountRegion scope, TagRequirement tags, PageRequest page) {
        ControlVerdict verdict = judge(tx, scope, tags, "");
        return new Page<>(verdict == null ? List.of() : List.of(verdict), null);
    }

    @Override
    public @Nullable ControlVerdict judge(Tx tx, AccountRegion scope, TagRequirement tags, String name) {
        AuditConfiguration configuration = store.configurations().find(tx, scope);
        CheckRun last = configuration == null || !configuration.enables(check) ? null : lastRun(tx, scope);
        return last == null ? null : new ControlVerdict(resource(scope, name), status(last));
    }

    @Override
    public String resource(AccountRegion scope, String name) {
        return "AWS::::Account:" + scope.account();
    }

    private @Nullable CheckRun lastRun(Tx tx, AccountRegion scope) {
        Instant now = clock.instant();
        var recent = new TaskFilter(now.minus(REMEMBERED), now, null, null);
        var request = PageRequest.first(PAGE);
        for (int i = 0; i < MOST_PAGES; i++) {
            Page<AuditTask> tasks = store.tasks().list(tx, scope, recent, request);
            for (AuditTask task : tasks.items()) {
                CheckRun run = task.checks().get(check);
                if (run != null && run.isFinal() && !(run instanceof CheckRun.Canceled)) {
                    return run;
                }
            }
            if (tasks.next() == null) {
                return null;
            }
            request = new PageRequest(PAGE, tasks.next());
        }
        return null;
    }

    private static ComplianceStatus status(CheckRun run) {
        if (run instanceof CheckRun.Completed completed) {
            return completed.isCompliant() ? ComplianceStatus.PASSED : ComplianceStatus.FAILED;
        }
        return ComplianceStatus.NOT_AVAILABLE;
    }
}
