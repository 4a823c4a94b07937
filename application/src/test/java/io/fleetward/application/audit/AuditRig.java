// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.hub.RecordedEvents;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.tag.InMemoryTags;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.application.work.Background;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.custom.EqualityLanguage;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The audit on fakes: its jobs wait until a test runs them, and a list stands for the hub.
 *
 * <p>Confined to one thread.
 */
public final class AuditRig {
    public static final AccountRegion SCOPE = FixedView.SCOPE;
    public static final String ROLE = "arn:aws:iam::111122223333:role/audit";

    public final VirtualClock clock = VirtualClock.atStart();
    public final VirtualTimers timers = new VirtualTimers(clock);
    public final Deque<Runnable> jobs = new ArrayDeque<>();

    /** What was left for the hub, oldest first. */
    public final List<ObjectNode> hub = new ArrayList<>();

    /** What was announced to topics, each after the topic's ARN. */
    public final List<String> announced = new ArrayList<>();

    /** Whether the hub accepts findings of the audit. */
    public boolean isHeard = true;

    /** What the checks see; a test puts another view to change the registry. */
    public FixedView view = FixedView.EMPTY;

    /** Who was connected; null when the view says so. */
    public @Nullable ConnectionHistories histories;

    /** Done before each transaction of the audit, for tests that let the store fail. */
    public @Nullable Runnable beforeHub;

    public final AuditStore store = new AuditStore(
            new InMemoryTransactions(),
            new InMemoryAuditConfigurations(),
            new InMemoryCustomChecks(),
            new InMemoryScheduledAudits(),
            new InMemoryAuditSuppressions(),
            new InMemoryAuditTasks(),
            new InMemoryReportedFindings(),
            new InMemoryHubReports(),
            new InMemoryAuditChanges());
    /** What was left on the default bus. */
    public final RecordedEvents events = new RecordedEvents();

    public final ResourceTags tags = new ResourceTags(new InMemoryTags());
    public final CheckCatalogue checks;

    public final EqualityLanguage language = new EqualityLanguage();
    public final AuditSettings settings;
    public final AuditFindingQueries queries;
    public final SuppressionRegistry suppressions;
    public ContinuousAudit continuous;
    public final Ids ids = new Ids(new Random(42));
    public AuditTaskRunner runner;
    public ContinuousAuditRunner continuousRunner;
    public AuditScheduler scheduler;
    public AuditSchedules schedules;
    public Audits audits;
    public final CustomCheckRegistry custom;

    public AuditRig() {
        this(AuditChecks.built());
    }

    AuditRig(List<AuditCheck> checks) {
        this(new AuditChecks(checks));
    }

    private AuditRig(AuditChecks built) {
        checks = new CheckCatalogue(store, built, language);
        settings = new AuditSettings(store, checks, tags);
        queries = new AuditFindingQueries(store, checks, clock);
        runner = newRunner();
        continuousRunner = newContinuousRunner();
        continuous = new ContinuousAudit(store, continuousRunner);
        suppressions = new SuppressionRegistry(store, checks, continuous, clock);
        scheduler = new AuditScheduler(store, runner, background());
        schedules = new AuditSchedules(store, checks, tags, scheduler, clock);
        audits = new Audits(store, runner, clock, ids);
        custom = new CustomCheckRegistry(store, language, views(), settings, reporting(), clock);
    }

    /** Loses everything that is not stored, as a restart of the process does. */
    void restart() {
        jobs.clear();
        runner = newRunner();
        scheduler = new AuditScheduler(store, runner, background());
        schedules = new AuditSchedules(store, checks, tags, scheduler, clock);
        audits = new Audits(store, runner, clock, ids);
        continuousRunner = newContinuousRunner();
        continuous = new ContinuousAudit(store, continuousRunner);
        runner.start();
        continuousRunner.start();
        scheduler.start();
    }

    /** Enables every check. */
    public void enableAll() {
        var all = new TreeMap<String, CheckPatch>();
        checks.of(SCOPE).names().forEach(name -> all.put(name.value(), new CheckPatch(true, Map.of())));
        settings.update(SCOPE, new ConfigurationPatch(ROLE, Map.of(), all));
    }

    /** Starts an audit with every check and answers its id. */
    public String startAll() {
        return audits.startOnDemand(
                SCOPE, checks.of(SCOPE).names().stream().map(Object::toString).toList());
    }

    /** Runs every job that waits. */
    public void runJobs() {
        while (!jobs.isEmpty()) {
            jobs.poll().run();
        }
    }

    /** Runs a whole audit with every check. */
    public AuditTask audit() {
        String id = startAll();
        runJobs();
        return audits.describe(SCOPE, id);
    }

    /** The last documents that the hub was told, by their Ids. */
    Map<String, ObjectNode> lastById() {
        var last = new TreeMap<String, ObjectNode>();
        hub.forEach(document -> last.put(document.path("Id").stringValue(), document));
        return last;
    }

    /** The resource changes, and what is to be done about it is done. */
    void change(RegistryChange.Kind kind, String name) {
        store.transactions().change(tx -> continuous.record(tx, new RegistryChange(SCOPE, kind, name)));
    }

    private AuditTaskRunner newRunner() {
        var notifications = new SummaryNotifications(
                store.configurations(), (_, _, topic, message) -> announced.add(topic + " " + message));
        var audience = new AuditAudience(reporting(), notifications, new AuditEvents(events, clock));
        return new AuditTaskRunner(store, checks, views(), audience, background());
    }

    private ContinuousAuditRunner newContinuousRunner() {
        var made = new ContinuousAuditRunner(store, checks, views(), reporting(), background());
        made.follow(runner);
        return made;
    }

    private RegistryViews views() {
        return new RegistryViews() {
            @Override
            public RegistryView openAfter(AccountRegion scope, @Nullable Instant previousRun) {
                return histories == null
                        ? view.withPreviousRun(previousRun)
                        : view.withConnections(histories.of(scope, previousRun));
            }

            @Override
            public Instant connectionsReadyAt() {
                return histories == null ? Instant.EPOCH : histories.readyAt();
            }

            @Override
            public RegistryView open(AccountRegion scope, ChangedResource resource) {
                return view.only(resource.type(), resource.name());
            }
        };
    }

    private HubReporting reporting() {
        return new HubReporting(
                store.hubReports(),
                (_, _, document) -> {
                    if (beforeHub != null) {
                        beforeHub.run();
                    }
                    hub.add(document);
                },
                (_, _, product) -> isHeard && product.equals("aws/iot-device-defender-audit"),
                "https://fleetward.example");
    }

    private Background background() {
        return new Background(jobs::add, timers, clock, ids);
    }
}
