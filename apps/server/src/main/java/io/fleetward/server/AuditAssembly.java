// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.audit.AuditFindingQueries;
import io.fleetward.application.audit.AuditRetention;
import io.fleetward.application.audit.AuditScheduler;
import io.fleetward.application.audit.AuditSchedules;
import io.fleetward.application.audit.AuditSettings;
import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.AuditTaskRunner;
import io.fleetward.application.audit.Audits;
import io.fleetward.application.audit.CertificateFactsReader;
import io.fleetward.application.audit.ContinuousAudit;
import io.fleetward.application.audit.ContinuousAuditRunner;
import io.fleetward.application.audit.HubReporting;
import io.fleetward.application.audit.RegistrySources;
import io.fleetward.application.audit.StoredRegistryViews;
import io.fleetward.application.audit.SuppressionRegistry;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.pki.DirectoryRevocationLists;
import io.fleetward.store.audit.JdbcAuditStore;

/** Audits: settings, schedules, suppressions, tasks, findings. */
record AuditAssembly(
        AuditSettings settings,
        AuditSchedules schedules,
        SuppressionRegistry suppressions,
        ContinuousAudit continuous,
        Audits audits,
        AuditFindingQueries findings,
        AuditTaskRunner runner,
        ContinuousAuditRunner continuousRunner,
        AuditScheduler scheduler,
        AuditRetention retention) {

    static AuditAssembly of(
            Settings settings, Foundation foundation, StoreAssembly store, RegistryAssembly registry, HubAssembly hub) {
        AuditStore kept = JdbcAuditStore.of(store.state());
        var background = new AuditTaskRunner.Background(
                foundation.background(), foundation.timers(), foundation.clock(), foundation.ids());
        StoredRegistryViews views = views(settings, store, registry);
        var reporting = new HubReporting(kept.hubReports(), hub.outbox(), hub.integrations(), settings.consoleUrl());
        var runner = new AuditTaskRunner(kept, AuditChecks.built(), views, reporting, background);
        var continuousRunner = new ContinuousAuditRunner(kept, AuditChecks.built(), views, reporting, background);
        continuousRunner.follow(runner);
        var continuous = new ContinuousAudit(kept, continuousRunner);
        registry.runtime().changes().recordWith(continuous);
        var scheduler = new AuditScheduler(kept, runner, background);
        return new AuditAssembly(
                new AuditSettings(kept, AuditChecks.built(), registry.resourceTags()),
                new AuditSchedules(kept, AuditChecks.built(), registry.resourceTags(), scheduler, foundation.clock()),
                new SuppressionRegistry(kept, AuditChecks.built(), continuous, foundation.clock()),
                continuous,
                new Audits(kept, runner, foundation.clock(), foundation.ids()),
                new AuditFindingQueries(kept, AuditChecks.built(), foundation.clock()),
                runner,
                continuousRunner,
                scheduler,
                new AuditRetention(kept, continuous, foundation.timers(), foundation.clock()));
    }

    private static StoredRegistryViews views(Settings settings, StoreAssembly store, RegistryAssembly registry) {
        return new StoredRegistryViews(
                new RegistrySources(
                        store.state(),
                        registry.certificates().certificates(),
                        registry.certificates().authorities(),
                        registry.policies().policies(),
                        registry.logging()),
                new CertificateFactsReader(
                        registry.parser(),
                        new DirectoryRevocationLists(settings.data().resolve("crls"))),
                registry.documents());
    }

    void start() {
        runner.start();
        continuousRunner.start();
        scheduler.start();
        retention.start();
    }
}
