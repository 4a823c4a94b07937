// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.detect.AlarmEvents;
import io.fleetward.application.detect.AlarmNotifications;
import io.fleetward.application.detect.CustomMetricRegistry;
import io.fleetward.application.detect.CustomMetricTypes;
import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.DimensionRegistry;
import io.fleetward.application.detect.MetricHistory;
import io.fleetward.application.detect.ProfileAttachments;
import io.fleetward.application.detect.RegistryMemberships;
import io.fleetward.application.detect.SecurityProfileRegistry;
import io.fleetward.application.detect.ViolationReports;
import io.fleetward.application.detect.ViolationReview;
import io.fleetward.application.detect.WatchedScopes;
import io.fleetward.application.detect.backtest.Backtests;
import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.application.detect.runtime.DetectEnvironment;
import io.fleetward.application.detect.runtime.DetectRuntime;
import io.fleetward.application.detect.runtime.DetectSettings;
import io.fleetward.application.detect.runtime.MetricExports;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.hub.HubListener;
import io.fleetward.application.notification.TopicAnnouncer;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.detect.JdbcCustomMetrics;
import io.fleetward.store.detect.JdbcDeviceSnapshots;
import io.fleetward.store.detect.JdbcDimensions;
import io.fleetward.store.detect.JdbcExportProgress;
import io.fleetward.store.detect.JdbcMetricSamples;
import io.fleetward.store.detect.JdbcPopulationSnapshots;
import io.fleetward.store.detect.JdbcProfileTargets;
import io.fleetward.store.detect.JdbcSecurityProfiles;
import io.fleetward.store.detect.JdbcViolations;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Detect: profiles, the runtime that watches devices, and what it found. */
record DetectAssembly(
        DetectStores stores,
        DetectRuntime runtime,
        LearningAssembly learning,
        SecurityProfileRegistry profiles,
        ProfileAttachments attachments,
        CustomMetricRegistry customMetrics,
        CustomMetricTypes metricTypes,
        DimensionRegistry dimensions,
        ViolationReview review,
        MetricHistory history,
        Backtests backtests,
        Function<MessagePublisher, MetricExports> exports,
        ExecutorService threads)
        implements AutoCloseable {

    static DetectAssembly of(
            Settings settings,
            Foundation foundation,
            StoreAssembly store,
            RegistryAssembly registry,
            HubAssembly hub,
            TopicAnnouncer topics,
            EventSink events) {
        var stores = new DetectStores(
                new JdbcSecurityProfiles(),
                new JdbcProfileTargets(),
                new JdbcCustomMetrics(),
                new JdbcDimensions(),
                new JdbcViolations());
        var alarms = new AlarmEvents(events);
        var reports = new ViolationReports(
                store.state(),
                stores.violations(),
                new ViolationReports.Audience(
                        hub.outbox(),
                        new ViolationFindings(settings.consoleUrl()),
                        new AlarmNotifications(stores.profiles(), topics),
                        alarms),
                foundation.clock());
        ExecutorService threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("detect-", 0).daemon().factory());
        DetectSettings detectSettings = DetectSettings.of(
                MetricPeriod.of(settings.metricPeriod()), Runtime.getRuntime().availableProcessors());
        var behaviors = new BehaviorRules(settings.durations());
        var samples = new JdbcMetricSamples();
        var kept = new MetricHistory.Kept(store.metrics(), samples, detectSettings.sampleRetention());
        var data = new DetectData(
                new DetectData.State(
                        store.state(),
                        stores,
                        registry.things().groups(),
                        new RegistryMemberships(
                                registry.things().things(), registry.things().members()),
                        reports),
                new DetectData.Metrics(
                        store.metrics(), new JdbcDeviceSnapshots(), new JdbcPopulationSnapshots(), samples));
        var environment = new DetectEnvironment(foundation.clock(), foundation.timers(), threads, foundation.ids());
        var learning = LearningAssembly.of(settings, foundation, data);
        var runtime = new DetectRuntime(detectSettings, data, environment, learning.inForce());
        WatchedScopes watched = scope -> {
            runtime.refresh(scope);
            learning.trainer().refresh(scope);
        };
        registry.runtime().changes().listen(runtime);
        hub.changes().listen(new Backfill(reports, foundation.background()));
        var metricTypes = new CustomMetricTypes(store.state(), stores.customMetrics());
        return new DetectAssembly(
                stores,
                runtime,
                learning,
                new SecurityProfileRegistry(
                        store.state(), stores, behaviors, registry.resourceTags(), watched, foundation.clock()),
                new ProfileAttachments(store.state(), stores, registry.things().groups(), watched),
                new CustomMetricRegistry(
                        store.state(), stores, metricTypes, registry.resourceTags(), kept, foundation.clock()),
                metricTypes,
                new DimensionRegistry(store.state(), stores, registry.resourceTags(), watched, foundation.clock()),
                new ViolationReview(store.state(), stores, alarms),
                new MetricHistory(store.state(), stores.catalog(), kept, foundation.clock()),
                new Backtests(
                        store.state(),
                        stores.catalog(),
                        kept,
                        new Backtests.Judging(
                                behaviors,
                                detectSettings.period(),
                                learning.models(),
                                settings.learning().gates()),
                        foundation.clock()),
                publisher -> new MetricExports(detectSettings, data, environment, new JdbcExportProgress(), publisher),
                threads);
    }

    /** Puts in force what was learned before, and begins to watch. */
    void start() {
        learning.trainer().start();
        runtime.start();
    }

    @Override
    public void close() {
        learning.close();
        runtime.close();
        threads.shutdown();
    }

    /** Sends the alarms that are active when the hub begins to accept findings of Detect. */
    private record Backfill(ViolationReports reports, ExecutorService background) implements HubListener {
        @Override
        public void onProductEnabled(AccountRegion scope, String product) {
            if (ViolationFindings.PRODUCT.equals(product)) {
                background.execute(() -> reports.resendActive(scope));
            }
        }
    }
}
