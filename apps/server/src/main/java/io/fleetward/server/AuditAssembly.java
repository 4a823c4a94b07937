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
        Audits audits,
        AuditFindingQueries findings,
        AuditTaskRunner runner,
        AuditScheduler scheduler,
        AuditRetention retention) {

    static AuditAssembly of(
            Settings settings, Foundation foundation, StoreAssembly store, RegistryAssembly registry, HubAssembly hub) {
        AuditStore kept = JdbcAuditStore.of(store.state());
        var background = new AuditTaskRunner.Background(
                foundation.background(), foundation.timers(), foundation.clock(), foundation.ids());
        var runner = new AuditTaskRunner(
                kept,
                AuditChecks.built(),
                views(settings, store, registry),
                new HubReporting(kept.hubReports(), hub.outbox(), hub.integrations(), settings.consoleUrl()),
                background);
        var scheduler = new AuditScheduler(kept, runner, background);
        return new AuditAssembly(
                new AuditSettings(kept, AuditChecks.built(), registry.resourceTags()),
                new AuditSchedules(kept, AuditChecks.built(), registry.resourceTags(), scheduler, foundation.clock()),
                new SuppressionRegistry(kept, AuditChecks.built(), foundation.clock()),
                new Audits(kept, runner, foundation.clock(), foundation.ids()),
                new AuditFindingQueries(kept, AuditChecks.built(), foundation.clock()),
                runner,
                scheduler,
                new AuditRetention(kept, foundation.timers(), foundation.clock()));
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
        scheduler.start();
        retention.start();
    }
}
