// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.detect.AlarmEvents;
import io.fleetward.application.detect.AlarmNotifications;
import io.fleetward.application.detect.CustomMetricTypes;
import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.ProfileAttachments;
import io.fleetward.application.detect.ProfileDraft;
import io.fleetward.application.detect.RegistryMemberships;
import io.fleetward.application.detect.SecurityProfileRegistry;
import io.fleetward.application.detect.ViolationReports;
import io.fleetward.application.detect.report.DeviceReportIntake;
import io.fleetward.application.detect.report.ReportCounters;
import io.fleetward.application.detect.report.ReportLimits;
import io.fleetward.application.detect.report.ReportReceivers;
import io.fleetward.application.detect.runtime.DetectCounters;
import io.fleetward.application.detect.runtime.DetectData;
import io.fleetward.application.detect.runtime.DetectEnvironment;
import io.fleetward.application.detect.runtime.DetectRuntime;
import io.fleetward.application.detect.runtime.DetectSettings;
import io.fleetward.application.detect.runtime.ModelsInForce;
import io.fleetward.application.hub.OutboxFindings;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorRules;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.detect.learned.StandardModels;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.store.detect.JdbcCustomMetrics;
import io.fleetward.store.detect.JdbcDeviceSnapshots;
import io.fleetward.store.detect.JdbcDimensions;
import io.fleetward.store.detect.JdbcMetricSamples;
import io.fleetward.store.detect.JdbcPopulationSnapshots;
import io.fleetward.store.detect.JdbcProfileTargets;
import io.fleetward.store.detect.JdbcSecurityProfiles;
import io.fleetward.store.detect.JdbcViolations;
import io.fleetward.store.outbox.JdbcOutboxEntries;
import io.fleetward.store.registry.JdbcTags;
import io.fleetward.store.registry.JdbcThingGroupMembers;
import io.fleetward.store.registry.JdbcThingGroups;
import io.fleetward.store.registry.JdbcThings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** The Detect of a server with its stores, in virtual time, without broker and hub. */
final class DetectStand implements AutoCloseable {
    static final String PROFILE = "Usual";

    /** Devices do not listen for replies. */
    private static final MessagePublisher NOBODY = (_, _) -> new CompletableFuture<>();

    private final VirtualTime time = new VirtualTime(Instant.parse("2026-06-01T00:00:00Z"));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Phaser working = new Phaser(1);
    private final DetectSettings settings =
            DetectSettings.of(MetricPeriod.FIVE_MINUTES, Runtime.getRuntime().availableProcessors());
    private final ModelsInForce models = new ModelsInForce(new StandardModels()::readBaseline);
    private final DetectRuntime runtime;
    private final SecurityProfileRegistry profiles;
    private final ProfileAttachments attachments;
    private final DeviceReportIntake intake;

    DetectStand(Transactions state, Transactions metrics) {
        var entries = new JdbcOutboxEntries();
        var outbox = new OutboxFindings((tx, entry) -> entries.add(tx, entry, time.instant()));
        var stores = new DetectStores(
                new JdbcSecurityProfiles(),
                new JdbcProfileTargets(),
                new JdbcCustomMetrics(),
                new JdbcDimensions(),
                new JdbcViolations());
        var groups = new JdbcThingGroups();
        var reports = new ViolationReports(
                state,
                stores.violations(),
                new ViolationReports.Audience(
                        outbox,
                        new ViolationFindings("https://localhost:8443"),
                        new AlarmNotifications(stores.profiles(), (_, _, _, _) -> {}),
                        new AlarmEvents((_, _) -> _ -> {})),
                time);
        var memberships = new RegistryMemberships(new JdbcThings(), new JdbcThingGroupMembers());
        runtime = new DetectRuntime(
                settings,
                new DetectData(
                        new DetectData.State(state, stores, groups, memberships, reports),
                        new DetectData.Metrics(
                                new AwaitedTransactions(metrics, working),
                                new JdbcDeviceSnapshots(),
                                new JdbcPopulationSnapshots(),
                                new JdbcMetricSamples())),
                new DetectEnvironment(time, time, this::execute, new Ids(new Random())),
                models);
        profiles = new SecurityProfileRegistry(
                state, stores, BehaviorRules.AWS, new ResourceTags(new JdbcTags()), runtime, time);
        attachments = new ProfileAttachments(state, stores, groups, runtime);
        intake = new DeviceReportIntake(
                new ReportReceivers(new CustomMetricTypes(state, stores.customMetrics()), runtime, this::execute),
                new ReportLimits(1, Integer.MAX_VALUE / 2),
                new ReportCounters(),
                time);
        runtime.start();
    }

    /** Has all devices of the account watched for these behaviors. */
    void watch(AccountRegion scope, List<BehaviorDraft> behaviors) {
        profiles.create(scope, PROFILE, new ProfileDraft(null, behaviors, null, null, null, null), Map.of());
        attachments.attach(scope, PROFILE, scope.arn("iot", "all/things").toString());
    }

    /** One round: time moves on, every device sends and receives, and Detect has judged and stored all of it. */
    void play(DetectFleet fleet, Duration step) {
        time.advance(step);
        long at = time.millis();
        for (int device = 0; device < fleet.size(); device++) {
            runtime.accept(fleet.send(device, at));
            runtime.accept(fleet.receive(device, at));
        }
        working.arriveAndAwaitAdvance();
    }

    /** One step: time moves on, some devices report, and Detect has read, judged and stored all of it. */
    void report(AccountRegion scope, Reporting fleet, int round, Part part) {
        time.advance(part.step());
        for (int device = part.from(); device < part.to(); device++) {
            intake.handle(scope, fleet.report(device, round), NOBODY);
        }
        working.arriveAndAwaitAdvance();
    }

    /** Time goes on until shards that rested meanwhile have looked at what came last. */
    void settle() {
        time.advance(settings.rest());
        working.arriveAndAwaitAdvance();
    }

    /** Devices by number, from one up to another, that report within this time. */
    record Part(int from, int to, Duration step) {}

    /** By which models learned behaviors are judged; there are none at first. */
    ModelsInForce models() {
        return models;
    }

    DetectCounters counters() {
        return runtime.counters();
    }

    private void execute(Runnable task) {
        working.register();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                working.arriveAndDeregister();
            }
        });
    }

    @Override
    public void close() {
        runtime.close();
        threads.shutdown();
    }
}
