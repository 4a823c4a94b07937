// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.audit.AuditFindingQueries;
import io.fleetward.application.audit.AuditRetention;
import io.fleetward.application.audit.AuditSettings;
import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.AuditTaskRunner;
import io.fleetward.application.audit.Audits;
import io.fleetward.application.audit.CertificateFactsReader;
import io.fleetward.application.audit.HubReporting;
import io.fleetward.application.audit.RegistrySources;
import io.fleetward.application.audit.StoredRegistryViews;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.pki.DirectoryRevocationLists;
import io.fleetward.store.audit.JdbcAuditConfigurations;
import io.fleetward.store.audit.JdbcAuditTasks;
import io.fleetward.store.audit.JdbcHubReports;
import io.fleetward.store.audit.JdbcReportedFindings;

/** Audits: settings, tasks, findings. */
record AuditAssembly(
        AuditSettings settings,
        Audits audits,
        AuditFindingQueries findings,
        AuditTaskRunner runner,
        AuditRetention retention) {

    static AuditAssembly of(
            Settings settings, Foundation foundation, StoreAssembly store, RegistryAssembly registry, HubAssembly hub) {
        var kept = new AuditStore(
                store.state(),
                new JdbcAuditConfigurations(),
                new JdbcAuditTasks(),
                new JdbcReportedFindings(),
                new JdbcHubReports());
        var runner = new AuditTaskRunner(
                kept,
                AuditChecks.built(),
                views(settings, store, registry),
                new HubReporting(kept.hubReports(), hub.outbox(), settings.consoleUrl()),
                new AuditTaskRunner.Background(
                        foundation.background(), foundation.timers(), foundation.clock(), foundation.ids()));
        return new AuditAssembly(
                new AuditSettings(kept, AuditChecks.built()),
                new Audits(kept, runner, foundation.clock(), foundation.ids()),
                new AuditFindingQueries(kept, AuditChecks.built(), foundation.clock()),
                runner,
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
        retention.start();
    }
}
