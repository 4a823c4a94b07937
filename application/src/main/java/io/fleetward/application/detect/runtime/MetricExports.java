// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.broker.MessagePublisher;
import io.fleetward.application.detect.ExportProgress;
import io.fleetward.application.detect.MetricSamples.Past;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers.Timer;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.detect.export.ExportBatch;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.profile.AttachedProfile;
import io.fleetward.detect.profile.MetricsExport;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the values of exported metrics on the topics of their profiles, soon after each metric period (detect,
 * metrics export).
 *
 * <p>Thread-safe. At least once: what was measured while the process was down, or could not be published, follows
 * later. Values are read from where they are kept, so an export costs Detect itself nothing.
 */
public final class MetricExports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricExports.class);
    private static final int PORTION = 2_000;
    private static final int AT_LEAST_ONCE = 1;
    private static final long PATIENCE_SECONDS = 60;

    private final DetectSettings settings;
    private final DetectData data;
    private final DetectEnvironment environment;
    private final ExportProgress progress;
    private final MessagePublisher publisher;
    private final PlanReader reader;
    private @Nullable Timer timer;
    private boolean isOpen;

    public MetricExports(
            DetectSettings settings,
            DetectData data,
            DetectEnvironment environment,
            ExportProgress progress,
            MessagePublisher publisher) {
        this.settings = settings;
        this.data = data;
        this.environment = environment;
        this.progress = progress;
        this.publisher = publisher;
        this.reader = new PlanReader(data.state());
    }

    /** Begins; to be called once. */
    public synchronized void start() {
        isOpen = true;
        wakeAfterPeriod();
    }

    @Override
    public synchronized void close() {
        isOpen = false;
        if (timer != null) {
            timer.cancel();
        }
    }

    private synchronized void wakeAfterPeriod() {
        if (isOpen) {
            long now = environment.clock().millis();
            Instant due =
                    Instant.ofEpochMilli(settings.period().windowEnd(now - delay(), MetricPeriod.SECONDS) + delay());
            timer = environment.timers().at(due, () -> environment.executor().execute(this::run));
        }
    }

    /** How long values may take to where they are kept, in milliseconds. */
    private long delay() {
        return settings.period().millis() / 10;
    }

    private void run() {
        try {
            Instant end = Instant.ofEpochMilli(
                    settings.period().windowStart(environment.clock().millis() - delay(), MetricPeriod.SECONDS));
            for (AccountRegion scope : reader.scopes()) {
                attempt(scope, end);
            }
        } finally {
            wakeAfterPeriod();
        }
    }

    private void attempt(AccountRegion scope, Instant end) {
        try {
            export(scope, end);
        } catch (RuntimeException failure) {
            LOG.atWarn()
                    .setCause(failure)
                    .addKeyValue("account", scope.account())
                    .addKeyValue("region", scope.region())
                    .log("detect.export.failed");
        }
    }

    private void export(AccountRegion scope, Instant end) {
        List<AttachedProfile> exporting = reader.read(scope).profiles().stream()
                .filter(attached -> !attached.profile().exported().isEmpty())
                .toList();
        if (exporting.isEmpty()) {
            return;
        }
        Instant before =
                data.metrics().transactions().<@Nullable Instant>read(tx -> progress.exportedThrough(tx, scope));
        Instant oldest = end.minus(settings.sampleRetention());
        Instant start = before == null ? end.minusMillis(settings.period().millis()) : before;
        if (start.isBefore(end)) {
            new Export(scope, exporting).run(start.isBefore(oldest) ? oldest : start, end);
            data.metrics().transactions().change(tx -> progress.put(tx, scope, end));
        }
    }

    /** One export in one account and region. Confined to a call. */
    private final class Export {
        private final AccountRegion scope;
        private final List<AttachedProfile> profiles;
        private final Set<Measurand> measurands = new HashSet<>();
        private final Map<MetricsExport, ExportBatch> batches = new HashMap<>();
        private final List<CompletableFuture<Void>> sent = new ArrayList<>();

        Export(AccountRegion scope, List<AttachedProfile> profiles) {
            this.scope = scope;
            this.profiles = profiles;
            profiles.forEach(attached -> measurands.addAll(attached.profile().exported()));
        }

        /** Publishes what was measured after the start, up to the end, itself included. */
        void run(Instant start, Instant end) {
            var past = new Past(measurands, start.plus(Duration.ofMillis(1)), end);
            MetricSample last = null;
            List<MetricSample> portion;
            do {
                MetricSample after = last;
                portion = data.metrics()
                        .transactions()
                        .read(tx -> data.metrics().samples().ofFleet(tx, scope, past, after, PORTION));
                add(portion);
                awaitSent();
                last = portion.isEmpty() ? null : portion.getLast();
            } while (last != null);
            batches.values().forEach(ExportBatch::flush);
            awaitSent();
        }

        private void add(List<MetricSample> portion) {
            Map<String, Membership> members = data.state().transactions().read(tx -> memberships(tx, portion));
            for (MetricSample sample : portion) {
                Membership membership =
                        Objects.requireNonNull(members.get(sample.device().name()));
                topicsOf(sample, membership).forEach(export -> batch(export).add(sample));
            }
        }

        private Map<String, Membership> memberships(Tx tx, List<MetricSample> portion) {
            var members = new HashMap<String, Membership>();
            for (MetricSample sample : portion) {
                members.computeIfAbsent(
                        sample.device().name(),
                        name -> data.state().memberships().of(tx, scope, name));
            }
            return members;
        }

        private Set<MetricsExport> topicsOf(MetricSample sample, Membership membership) {
            var topics = new HashSet<MetricsExport>();
            for (AttachedProfile attached : profiles) {
                SecurityProfile profile = attached.profile();
                if (profile.exported().contains(sample.measurand())
                        && attached.targets().stream().anyMatch(membership::isIn)) {
                    topics.add(Objects.requireNonNull(profile.content().export()));
                }
            }
            return topics;
        }

        private ExportBatch batch(MetricsExport export) {
            return batches.computeIfAbsent(
                    export,
                    to -> new ExportBatch(message -> sent.add(publisher
                            .publish(scope, to.topic(), message, AT_LEAST_ONCE, false)
                            .toCompletableFuture())));
        }

        /** Waits until the messages are as safe as their subscribers need, so that a slow store slows the export. */
        private void awaitSent() {
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new))
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            sent.clear();
        }
    }
}
