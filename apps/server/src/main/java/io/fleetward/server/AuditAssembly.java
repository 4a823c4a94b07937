// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.audit.AuditAudience;
import io.fleetward.application.audit.AuditEvents;
import io.fleetward.application.audit.AuditFindingQueries;
import io.fleetward.application.audit.AuditRetention;
import io.fleetward.application.audit.AuditScheduler;
import io.fleetward.application.audit.AuditSchedules;
import io.fleetward.application.audit.AuditSettings;
import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.AuditTaskRunner;
import io.fleetward.application.audit.Audits;
import io.fleetward.application.audit.CertificateFactsReader;
import io.fleetward.application.audit.CheckCatalogue;
import io.fleetward.application.audit.ConnectionHistories;
import io.fleetward.application.audit.ContinuousAudit;
import io.fleetward.application.audit.ContinuousAuditRunner;
import io.fleetward.application.audit.CustomCheckRegistry;
import io.fleetward.application.audit.DetectedActivity;
import io.fleetward.application.audit.HubReporting;
import io.fleetward.application.audit.RegistrySources;
import io.fleetward.application.audit.RoleImports;
import io.fleetward.application.audit.StoredRegistryViews;
import io.fleetward.application.audit.SummaryNotifications;
import io.fleetward.application.audit.SuppressionRegistry;
import io.fleetward.application.audit.connection.ConnectionLog;
import io.fleetward.application.audit.connection.ConnectionRecorder;
import io.fleetward.application.audit.connection.RecordedHistories;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.notification.TopicAnnouncer;
import io.fleetward.application.work.Background;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.expression.CelPredicates;
import io.fleetward.iam.FolderRoleImports;
import io.fleetward.pki.DirectoryRevocationLists;
import io.fleetward.store.audit.JdbcAuditStore;
import io.fleetward.store.audit.JdbcRecordedConnections;
import io.fleetward.store.detect.JdbcMetricSamples;
import io.fleetward.store.detect.JdbcViolations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits: settings, schedules, suppressions, tasks, findings, and the record of connections that they judge. */
record AuditAssembly(
        AuditStore store,
        CheckCatalogue checks,
        AuditSettings settings,
        CustomCheckRegistry custom,
        AuditSchedules schedules,
        SuppressionRegistry suppressions,
        ContinuousAudit continuous,
        Audits audits,
        AuditFindingQueries findings,
        AuditTaskRunner runner,
        ContinuousAuditRunner continuousRunner,
        AuditScheduler scheduler,
        AuditRetention retention,
        ConnectionRecorder recorder,
        FolderRoleImports roles,
        ConnectionLog connectionLog)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAssembly.class);

    static AuditAssembly of(
            Settings settings,
            Foundation foundation,
            StoreAssembly store,
            RegistryAssembly registry,
            HubAssembly hub,
            TopicAnnouncer topics,
            EventSink events) {
        AuditStore kept = JdbcAuditStore.of(store.state());
        var connections = new JdbcRecordedConnections();
        var recorder = new ConnectionRecorder(store.metrics(), connections, foundation.clock(), foundation.timers());
        // As long as Detect needs to know anything: five minutes, unless a demonstration wants it shorter.
        var histories = new RecordedHistories(store.metrics(), connections, recorder, settings.metricPeriod());
        var roles = new FolderRoleImports(settings.data().resolve("iam"));
        var background =
                new Background(foundation.background(), foundation.timers(), foundation.clock(), foundation.ids());
        StoredRegistryViews views = views(settings, store, registry, roles, histories);
        var reporting = new HubReporting(kept.hubReports(), hub.outbox(), hub.integrations(), settings.consoleUrl());
        var notifications = new SummaryNotifications(kept.configurations(), topics);
        var language = new CelPredicates();
        var checks = new CheckCatalogue(kept, AuditChecks.built(), language);
        var runner = new AuditTaskRunner(
                kept,
                checks,
                views,
                new AuditAudience(reporting, notifications, new AuditEvents(events, foundation.clock())),
                background);
        var continuousRunner = new ContinuousAuditRunner(kept, checks, views, reporting, background);
        continuousRunner.follow(runner);
        var continuous = new ContinuousAudit(kept, continuousRunner);
        registry.runtime().changes().recordWith(continuous);
        var scheduler = new AuditScheduler(kept, runner, background);
        var auditSettings = new AuditSettings(kept, checks, registry.resourceTags());
        return new AuditAssembly(
                kept,
                checks,
                auditSettings,
                new CustomCheckRegistry(kept, language, views, auditSettings, reporting, foundation.clock()),
                new AuditSchedules(kept, checks, registry.resourceTags(), scheduler, foundation.clock()),
                new SuppressionRegistry(kept, checks, continuous, foundation.clock()),
                continuous,
                new Audits(kept, runner, foundation.clock(), foundation.ids()),
                new AuditFindingQueries(kept, checks, foundation.clock()),
                runner,
                continuousRunner,
                scheduler,
                new AuditRetention(kept, continuous, foundation.timers(), foundation.clock()),
                recorder,
                roles,
                new ConnectionLog(store.metrics(), connections, recorder));
    }

    private static StoredRegistryViews views(
            Settings settings,
            StoreAssembly store,
            RegistryAssembly registry,
            RoleImports roles,
            ConnectionHistories histories) {
        return new StoredRegistryViews(
                new RegistrySources(
                        store.state(),
                        registry.certificates().certificates(),
                        registry.certificates().authorities(),
                        registry.things(),
                        registry.policies().policies(),
                        registry.policies().attachments(),
                        registry.logging(),
                        registry.roleAliases(),
                        roles,
                        histories,
                        new DetectedActivity(
                                store.state(),
                                new JdbcViolations(),
                                store.metrics(),
                                new JdbcMetricSamples(),
                                registry.runtime().clock())),
                new CertificateFactsReader(
                        registry.parser(),
                        new DirectoryRevocationLists(settings.data().resolve("crls"))),
                registry.documents());
    }

    void start() {
        roles.problems()
                .forEach(problem -> LOG.atWarn().addKeyValue("problem", problem).log("iam.unreadable"));
        recorder.start();
        runner.start();
        continuousRunner.start();
        scheduler.start();
        retention.start();
    }

    /** To be closed after the broker, whose last connections end when it stops. */
    @Override
    public void close() {
        recorder.close();
    }
}
