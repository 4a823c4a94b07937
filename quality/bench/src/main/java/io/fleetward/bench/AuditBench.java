// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.audit.AuditAudience;
import io.fleetward.application.audit.AuditEvents;
import io.fleetward.application.audit.AuditSettings;
import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.AuditTaskRunner;
import io.fleetward.application.audit.Audits;
import io.fleetward.application.audit.CertificateFactsReader;
import io.fleetward.application.audit.CheckCatalogue;
import io.fleetward.application.audit.ConnectionHistories;
import io.fleetward.application.audit.DeviceActivity;
import io.fleetward.application.audit.HubReporting;
import io.fleetward.application.audit.RegistrySources;
import io.fleetward.application.audit.RevocationListSource;
import io.fleetward.application.audit.RoleImports;
import io.fleetward.application.audit.StoredRegistryViews;
import io.fleetward.application.audit.SummaryNotifications;
import io.fleetward.application.hub.OutboxFindings;
import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import io.fleetward.application.work.Background;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.custom.PredicateLanguage;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.pki.X509CertificateParser;
import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import io.fleetward.store.audit.JdbcAuditStore;
import io.fleetward.store.outbox.JdbcOutboxEntries;
import io.fleetward.store.policy.JdbcPolicies;
import io.fleetward.store.policy.JdbcPolicyAttachments;
import io.fleetward.store.registry.JdbcCaCertificates;
import io.fleetward.store.registry.JdbcCertificates;
import io.fleetward.store.registry.JdbcLoggingSettings;
import io.fleetward.store.registry.JdbcRoleAliases;
import io.fleetward.store.registry.JdbcTags;
import io.fleetward.store.registry.JdbcThingGroupMembers;
import io.fleetward.store.registry.JdbcThingGroups;
import io.fleetward.store.registry.JdbcThingPrincipals;
import io.fleetward.store.registry.JdbcThingTypes;
import io.fleetward.store.registry.JdbcThings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.stream.Collectors;

/**
 * An audit with all checks over a stored fleet, from the start of the task to its end: reading, judging, storing the
 * findings and leaving them for the hub.
 *
 * <p>The same audit over a fleet of a tenth of the size warms up and gives the growth.
 */
final class AuditBench implements Benchmark {
    private static final int DEVICES = 100_000;
    private static final int TENTH = DEVICES / 10;

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String purpose() {
        return "all checks over 100,000 things and certificates and 10,000 policies";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        Path folder = Files.createTempDirectory("fleetward-bench-");
        try (var database = SqlDatabase.open(new StoreLocation.SqliteFolder(folder), StoreDatabase.FLEETWARD)) {
            var stand = new Stand(database);
            AccountRegion small = fleet(stand, context, "000000000001", TENTH);
            AccountRegion large = fleet(stand, context, "000000000002", DEVICES);
            stand.seconds(small);
            double tenth = stand.seconds(small);
            try (var heap = new HeapWatch()) {
                double seconds = stand.seconds(large);
                double heapMb = heap.mostMb();
                context.say("%d devices in %.2f s, %d in %.2f s, heap at most %.0f MB"
                        .formatted(TENTH, tenth, DEVICES, seconds, heapMb));
                return new Result()
                        .put("seconds", seconds)
                        .put("heap_mb", heapMb)
                        .put("growth_10x", seconds / tenth);
            }
        } finally {
            ThrowAway.delete(folder);
        }
    }

    private static AccountRegion fleet(Stand stand, BenchContext context, String account, int devices) {
        var scope = AccountRegion.of(account, "us-east-1");
        context.say("storing a fleet of " + devices + " devices");
        new AuditFleet(scope, devices, Instant.now()).create(stand.store.transactions());
        stand.enableAll(scope);
        return scope;
    }

    /** The audit of a server, without its listeners and its hub. */
    private static final class Stand {
        /** Nobody writes checks here. */
        private static final PredicateLanguage NO_LANGUAGE = (_, _) -> new PredicateLanguage.Outcome.Refused(List.of());

        private final LinkedBlockingDeque<Runnable> jobs = new LinkedBlockingDeque<>();
        private final AuditStore store;
        private final AuditSettings settings;
        private final Audits audits;

        Stand(Transactions transactions) {
            store = JdbcAuditStore.of(transactions);
            var checks = new CheckCatalogue(store, AuditChecks.built(), NO_LANGUAGE);
            settings = new AuditSettings(store, checks, new ResourceTags(new JdbcTags()));
            var ids = new Ids(new Random());
            InstantSource clock = InstantSource.system();
            Timers never = (_, _) -> () -> {};
            var entries = new JdbcOutboxEntries();
            var outbox = new OutboxFindings((tx, entry) -> entries.add(tx, entry, clock.instant()));
            var runner = new AuditTaskRunner(
                    store,
                    checks,
                    views(transactions),
                    new AuditAudience(
                            new HubReporting(store.hubReports(), outbox, (_, _, _) -> true, "https://localhost:8443"),
                            new SummaryNotifications(store.configurations(), (_, _, _, _) -> {}),
                            new AuditEvents((_, _) -> _ -> {}, clock)),
                    new Background(jobs::add, never, clock, ids));
            audits = new Audits(store, runner, clock, ids);
        }

        void enableAll(AccountRegion scope) {
            Map<String, CheckPatch> all = AuditChecks.built().names().stream()
                    .collect(Collectors.toMap(name -> name.value(), _ -> new CheckPatch(true, Map.of())));
            String role = "arn:aws:iam::" + scope.account() + ":role/audit";
            settings.update(scope, new ConfigurationPatch(role, Map.of(), all));
        }

        double seconds(AccountRegion scope) throws InterruptedException {
            long start = System.nanoTime();
            String id = audits.startOnDemand(
                    scope,
                    AuditChecks.built().names().stream().map(Object::toString).toList());
            jobs.take().run();
            double seconds = (System.nanoTime() - start) / 1e9;
            AuditTask task = audits.describe(scope, id);
            if (task.status() != AuditTaskStatus.COMPLETED || task.statistics().failed() > 0) {
                throw new IllegalStateException("the audit did not complete: " + task);
            }
            return seconds;
        }

        private static StoredRegistryViews views(Transactions transactions) {
            return new StoredRegistryViews(
                    new RegistrySources(
                            transactions,
                            new JdbcCertificates(),
                            new JdbcCaCertificates(),
                            new ThingStores(
                                    new JdbcThings(),
                                    new JdbcThingTypes(),
                                    new JdbcThingGroups(),
                                    new JdbcThingGroupMembers(),
                                    new JdbcThingPrincipals()),
                            new JdbcPolicies(),
                            new JdbcPolicyAttachments(),
                            new JdbcLoggingSettings(),
                            new JdbcRoleAliases(),
                            RoleImports.NONE,
                            ConnectionHistories.NONE,
                            DeviceActivity.NONE),
                    new CertificateFactsReader(new X509CertificateParser(), RevocationListSource.NONE),
                    new PolicyDocuments());
        }
    }
}
