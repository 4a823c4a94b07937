// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CheckResult;
import io.fleetward.audit.check.UndecidedCheckException;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.CheckConfiguration;
import io.fleetward.audit.finding.CheckReport;
import io.fleetward.audit.finding.CheckReport.Occasion;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries audit tasks through in the background.
 *
 * <p>Thread-safe. The stored tasks in progress are the queue, so that a task survives a restart: its finished checks are
 * kept, the others run again. The tasks of one account and region run one after the other, oldest first, so that a later
 * report never speaks of an earlier state; those of different accounts run side by side as the executor allows. A check
 * for which data are still being collected waits and lets all others pass, later tasks included; that does not disturb
 * the order, since the same check waits in those as well.
 */
public final class AuditTaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTaskRunner.class);

    private final AuditStore store;
    private final CheckCatalogue checks;
    private final RegistryViews views;
    private final AuditAudience audience;
    private final Background background;
    private final TenantWork work;
    private final List<Consumer<AccountRegion>> whenDone = new CopyOnWriteArrayList<>();

    public AuditTaskRunner(
            AuditStore store,
            CheckCatalogue checks,
            RegistryViews views,
            AuditAudience audience,
            Background background) {
        this.store = store;
        this.checks = checks;
        this.views = views;
        this.audience = audience;
        this.background = background;
        this.work = new TenantWork("audit.task.interrupted", background, new TaskQueue());
    }

    /** Has somebody told whenever a task has ended; must be quick. */
    public void whenDone(Consumer<AccountRegion> listener) {
        whenDone.add(listener);
    }

    /** The checks that this runner can run, account by account. */
    CheckCatalogue checks() {
        return checks;
    }

    /** Takes up the tasks that were in progress when the process ended. */
    public void start() {
        store.transactions().read(store.tasks()::scopesInProgress).forEach(this::wake);
    }

    /** Has the tasks in progress of this account and region run, if that is not already happening. */
    void wake(AccountRegion scope) {
        work.wake(scope);
    }

    /** Takes a task that has just been made, to run once the transaction is durable. */
    void add(Tx tx, AuditTask task) {
        store.tasks().put(tx, task);
        audience.events().taskChanged(tx, task);
        tx.afterCommit(() -> wake(task.scope()));
    }

    /** Calls the task off and reports its unfinished checks as cancelled. */
    void cancel(Tx tx, AuditTask task) {
        AuditTask cancelled = task.cancel();
        store.tasks().put(tx, cancelled);
        task.unfinished().forEach(name -> summarise(tx, cancelled, name));
        audience.changed(tx, cancelled);
        tx.afterCommit(() -> ended(task.scope()));
    }

    private void ended(AccountRegion scope) {
        whenDone.forEach(listener -> listener.accept(scope));
    }

    private final class TaskQueue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return next(scope) != null;
        }

        @Override
        public void workOff(AccountRegion scope) {
            for (AuditTask task = next(scope); task != null; task = next(scope)) {
                run(task);
                ended(scope);
            }
            expectData(scope);
        }
    }

    /** The oldest task for which something can be done now: those that only wait for data let others pass. */
    private @Nullable AuditTask next(AccountRegion scope) {
        return inProgress(scope).stream()
                .filter(task -> task.unfinished().stream()
                        .anyMatch(name -> hasData(scope, name) || !(task.of(name) instanceof CheckRun.Waiting)))
                .findFirst()
                .orElse(null);
    }

    private List<AuditTask> inProgress(AccountRegion scope) {
        return store.transactions().read(tx -> store.tasks().inProgress(tx, scope));
    }

    /** What is in progress now waits for data, unless somebody else works on it. */
    private void expectData(AccountRegion scope) {
        if (!inProgress(scope).isEmpty()) {
            background.timers().at(views.connectionsReadyAt(), () -> wake(scope));
        }
    }

    private boolean hasData(AccountRegion scope, CheckName name) {
        AuditCheck check = checks.find(scope, name);
        return check == null
                || !check.readsConnections()
                || !background.clock().instant().isBefore(views.connectionsReadyAt());
    }

    private void run(AuditTask task) {
        RegistryView view = views.openAfter(task.scope(), previousRun(task));
        for (CheckName name : task.unfinished()) {
            AuditTask current = store.transactions().read(tx -> store.tasks().find(tx, task.scope(), task.id()));
            if (current == null || !current.isInProgress()) {
                return;
            }
            if (hasData(task.scope(), name)) {
                run(current, name, view);
            } else {
                await(current, name);
            }
        }
    }

    private @Nullable Instant previousRun(AuditTask task) {
        return task.trigger() instanceof AuditTrigger.Scheduled scheduled
                ? store.transactions()
                        .read(tx ->
                                store.tasks().previousRun(tx, task.scope(), scheduled.scheduleName(), task.startedAt()))
                : null;
    }

    private void await(AuditTask task, CheckName name) {
        store.transactions().change(tx -> {
            AuditTask current = store.tasks().find(tx, task.scope(), task.id());
            if (current != null && !current.of(name).isFinal()) {
                store.tasks().put(tx, current.waitingFor(name));
            }
        });
    }

    private void run(AuditTask task, CheckName name, RegistryView view) {
        AuditCheck check = checks.find(task.scope(), name);
        CheckConfiguration configuration = configuration(task.scope(), name);
        if (check == null || !configuration.isEnabled()) {
            fail(
                    task,
                    name,
                    new CheckRun.Failed(
                            CheckRun.FailureCode.AUDIT_CHECK_DISABLED, "The check was disabled before it was run."));
            return;
        }
        CheckResult result;
        try {
            result = check.inspect(view, configuration.settings(), task.startedAt());
        } catch (UnreadableImportException | UndecidedCheckException known) {
            fail(task, name, new CheckRun.Failed(null, String.valueOf(known.getMessage())));
            return;
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.atError()
                    .addKeyValue("account", task.scope().account())
                    .addKeyValue("region", task.scope().region())
                    .addKeyValue("task", task.id())
                    .addKeyValue("check", name)
                    .setCause(failure)
                    .log("audit.check.failed");
            fail(task, name, new CheckRun.Failed(null, "The check could not be carried out because of a fault."));
            return;
        }
        Occasion occasion = occasion(task, check);
        Suppressions suppressions =
                store.transactions().read(tx -> store.suppressions().inForce(tx, task.scope(), name, occasion.now()));
        CheckReport report = CheckReport.of(occasion, result, suppressions, background.ids());
        new CheckCompletion(store, audience, occasion, report).run();
    }

    private void fail(AuditTask task, CheckName name, CheckRun.Failed failed) {
        store.transactions().change(tx -> {
            AuditTask current = store.tasks().find(tx, task.scope(), task.id());
            if (current != null && !current.of(name).isFinal()) {
                AuditTask after = current.finish(name, failed);
                store.tasks().put(tx, after);
                summarise(tx, after, name);
                audience.changed(tx, after);
            }
        });
    }

    private void summarise(Tx tx, AuditTask task, CheckName name) {
        audience.events().checkEnded(tx, task, name);
        AuditCheck check = checks.find(tx, task.scope(), name);
        // Null when the check was deleted, or the task is older than this version of the product.
        if (check != null) {
            audience.hub().summarise(tx, occasion(task, check), task.of(name));
        }
    }

    private CheckConfiguration configuration(AccountRegion scope, CheckName name) {
        AuditConfiguration configuration =
                store.transactions().read(tx -> store.configurations().find(tx, scope));
        return configuration == null ? CheckConfiguration.UNTOUCHED : configuration.of(name);
    }

    private Occasion occasion(AuditTask task, AuditCheck check) {
        return new Occasion(task, check.description(), background.clock().instant());
    }
}
