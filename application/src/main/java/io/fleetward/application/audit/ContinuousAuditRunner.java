// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.audit.AuditChanges.Noted;
import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CheckResult;
import io.fleetward.audit.check.UndecidedCheckException;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.finding.AuditFindings;
import io.fleetward.audit.finding.CheckReport;
import io.fleetward.audit.finding.CheckReport.Occasion;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges changed resources in the background, oldest change first, each as it is by then.
 *
 * <p>Thread-safe; one job at a time for each account and region. While an audit runs, what was judged is judged once
 * more when that is over, since the audit may have seen the resource as it was before and reports later.
 */
public final class ContinuousAuditRunner {
    private static final int BATCH = 100;
    private static final Logger LOG = LoggerFactory.getLogger(ContinuousAuditRunner.class);

    private final AuditStore store;
    private final CheckCatalogue checks;
    private final RegistryViews views;
    private final HubReporting hub;
    private final Background background;
    private final TenantWork work;

    public ContinuousAuditRunner(
            AuditStore store, CheckCatalogue checks, RegistryViews views, HubReporting hub, Background background) {
        this.store = store;
        this.checks = checks;
        this.views = views;
        this.hub = hub;
        this.background = background;
        this.work = new TenantWork("audit.continuous.interrupted", background, new ChangeQueue());
    }

    /** The changes to judge next. */
    private record Batch(List<Noted> changes, boolean isAuditRunning) {}

    /** What one check says about one resource. */
    private record Verdict(AuditCheck check, ChangedResource resource, CheckResult result) {}

    /** Takes up what was not judged when the process ended. */
    public void start() {
        store.transactions().read(store.changes()::scopesWaiting).forEach(this::wake);
    }

    /** Has what was judged while an audit ran judged once more when that has ended. */
    public void follow(AuditTaskRunner audits) {
        audits.whenDone(this::wake);
    }

    /** Has waiting changes judged, if that is not already happening. */
    void wake(AccountRegion scope) {
        work.wake(scope);
    }

    /** Whether any enabled check judges such a resource by its configuration. */
    boolean concerns(Tx tx, AccountRegion scope, AuditConfiguration configuration, ChangedResource resource) {
        return !checksOf(tx, scope, configuration, resource.type()).isEmpty();
    }

    private final class ChangeQueue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return !next(scope).changes().isEmpty();
        }

        @Override
        public void workOff(AccountRegion scope) {
            for (Batch next = next(scope); !next.changes().isEmpty(); next = next(scope)) {
                judge(scope, next);
            }
        }
    }

    private Batch next(AccountRegion scope) {
        return store.transactions().read(tx -> {
            boolean isAuditRunning = !store.tasks().inProgress(tx, scope).isEmpty();
            return new Batch(store.changes().waiting(tx, scope, !isAuditRunning, BATCH), isAuditRunning);
        });
    }

    private void judge(AccountRegion scope, Batch batch) {
        List<Verdict> verdicts = verdicts(scope, batch);
        List<Long> done = batch.changes().stream().map(Noted::sequence).toList();
        store.transactions().change(tx -> {
            boolean isHeard = hub.isHeard(tx, scope);
            verdicts.forEach(verdict -> report(tx, scope, verdict, isHeard));
            if (batch.isAuditRunning()) {
                store.changes().defer(tx, scope, done);
            } else {
                store.changes().remove(tx, scope, done);
            }
        });
    }

    private List<Verdict> verdicts(AccountRegion scope, Batch batch) {
        var resources = batch.changes().stream().map(Noted::resource).distinct().toList();
        var checks = new EnumMap<ResourceType, List<AuditCheck>>(ResourceType.class);
        AuditConfiguration configuration = store.transactions().read(tx -> {
            AuditConfiguration found = store.configurations().find(tx, scope);
            if (found != null) {
                resources.forEach(
                        resource -> checks.computeIfAbsent(resource.type(), type -> checksOf(tx, scope, found, type)));
            }
            return found;
        });
        var verdicts = new ArrayList<Verdict>();
        if (configuration == null) {
            return verdicts;
        }
        resources.forEach(resource -> {
            for (AuditCheck check : checks.getOrDefault(resource.type(), List.of())) {
                CheckResult result = inspect(scope, configuration, check, resource);
                if (result != null) {
                    verdicts.add(new Verdict(check, resource, result));
                }
            }
        });
        return verdicts;
    }

    /** Null when the check failed: what was found before then stands until an audit says more. */
    private @Nullable CheckResult inspect(
            AccountRegion scope, AuditConfiguration configuration, AuditCheck check, ChangedResource resource) {
        try {
            return check.inspect(
                    views.open(scope, resource),
                    configuration.of(check.description().name()).settings(),
                    background.clock().instant());
        } catch (UndecidedCheckException undecided) {
            LOG.atWarn()
                    .addKeyValue("account", scope.account())
                    .addKeyValue("region", scope.region())
                    .addKeyValue("check", check.description().name())
                    .addKeyValue("resource", resource.name())
                    .addKeyValue("reason", undecided.getMessage())
                    .log("audit.check.undecided");
            return null;
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.atError()
                    .addKeyValue("account", scope.account())
                    .addKeyValue("region", scope.region())
                    .addKeyValue("check", check.description().name())
                    .addKeyValue("resource", resource.name())
                    .setCause(failure)
                    .log("audit.check.failed");
            return null;
        }
    }

    private void report(Tx tx, AccountRegion scope, Verdict verdict, boolean isHeard) {
        var check = verdict.check().description();
        ChangedResource resource = verdict.resource();
        Instant now = background.clock().instant();
        var occasion = new Occasion(AuditTask.continuous(scope, now, check.name()), check, now);
        CheckReport report = CheckReport.of(
                occasion,
                verdict.result(),
                store.suppressions().inForce(tx, scope, check.name(), now),
                background.ids());
        String member = resource.type().members().getFirst();
        store.findings().remove(tx, scope, AuditTask.CONTINUOUS, check.name(), Map.of(member, resource.name()));
        store.findings().add(tx, scope, report.findings());
        if (isHeard) {
            hub.report(tx, occasion, report.findings());
            String prefix = AuditFindings.idPrefix(scope, resource.type(), resource.name());
            hub.archiveOthers(tx, occasion, prefix, report.findings());
        }
    }

    private List<AuditCheck> checksOf(Tx tx, AccountRegion scope, AuditConfiguration configuration, ResourceType type) {
        return checks.enableable(tx, scope, configuration).all().stream()
                .filter(AuditCheck::judgesConfiguration)
                .filter(check -> check.description().resourceType() == type)
                .filter(check -> configuration.enables(check.description().name()))
                .toList();
    }
}
