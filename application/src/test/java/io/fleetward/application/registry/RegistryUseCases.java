// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.CertificateIssuing;
import io.fleetward.application.registry.certificate.CertificateRegistration;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.certificate.CertificateStores;
import io.fleetward.application.registry.certificate.FakePki;
import io.fleetward.application.registry.index.DynamicGroupBuilds;
import io.fleetward.application.registry.index.DynamicGroupFollower;
import io.fleetward.application.registry.index.DynamicGroupRegistry;
import io.fleetward.application.registry.index.DynamicMembers;
import io.fleetward.application.registry.index.FleetIndex;
import io.fleetward.application.registry.principal.PrincipalRegistry;
import io.fleetward.application.registry.role.RoleAliasRegistry;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.registry.thing.ThingGroupRegistry;
import io.fleetward.application.registry.thing.ThingGroupWriter;
import io.fleetward.application.registry.thing.ThingRegistry;
import io.fleetward.application.registry.thing.ThingTypeRegistry;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.application.work.Background;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registry's use cases over stores in memory, a clock that tests turn, and a PKI without cryptography. */
public final class RegistryUseCases {

    private final VirtualClock clock = VirtualClock.atStart();
    private final RegistryStores stores;
    private final FakeTargetPolicies policies = new FakeTargetPolicies();
    private final List<RegistryChange> changes = new CopyOnWriteArrayList<>();
    private final FakePki pki = new FakePki();
    private final RegistryRuntime runtime;
    private final CertificateStores certificateStores;
    private final ResourceTags tags;
    private final Queue<Runnable> jobs = new ArrayDeque<>();
    private final DynamicGroupBuilds builds;

    public RegistryUseCases() {
        this(RegistryStores.inMemory());
    }

    private RegistryUseCases(RegistryStores stores) {
        this.stores = stores;
        var announced = new RegistryChanges();
        announced.listen(changes::add);
        runtime = new RegistryRuntime(stores.transactions(), announced, clock, new Ids(new Random(1)));
        certificateStores = new CertificateStores(
                stores.certificates(),
                stores.authorities(),
                stores.codes(),
                stores.things().principals(),
                policies);
        tags = new ResourceTags(stores.tags());
        var members = new DynamicMembers(stores.things().members(), announced);
        builds = new DynamicGroupBuilds(
                stores.transactions(),
                stores.things(),
                members,
                new Background(jobs::add, new VirtualTimers(clock), clock, runtime.ids()));
        announced.recordWith(new DynamicGroupFollower(stores.things(), members, builds));
    }

    /** Another process on what this one has stored. */
    public RegistryUseCases restarted() {
        return new RegistryUseCases(stores);
    }

    public VirtualClock clock() {
        return clock;
    }

    public RegistryStores stores() {
        return stores;
    }

    public FakeTargetPolicies policies() {
        return policies;
    }

    /** Everything announced so far. */
    public List<RegistryChange> changes() {
        return changes;
    }

    public ThingRegistry things() {
        return new ThingRegistry(runtime, stores.things());
    }

    public ThingTypeRegistry types() {
        return new ThingTypeRegistry(runtime, stores.things(), tags, ThingTypeRegistry.DELETION_DELAY);
    }

    public ThingGroupRegistry groups() {
        return new ThingGroupRegistry(runtime, stores.things(), groupWriter());
    }

    public DynamicGroupRegistry dynamicGroups() {
        return new DynamicGroupRegistry(runtime, stores.things(), stores.indexing(), groupWriter(), builds);
    }

    private ThingGroupWriter groupWriter() {
        return new ThingGroupWriter(runtime, stores.things(), tags, policies);
    }

    public FleetIndex index() {
        return new FleetIndex(stores.transactions(), stores.things(), stores.indexing());
    }

    /** What builds dynamic groups; its work waits for {@link #runJobs}. */
    public DynamicGroupBuilds builds() {
        return builds;
    }

    /** The jobs that wait to be run in the background. */
    public Queue<Runnable> jobs() {
        return jobs;
    }

    /** Does what is to be done in the background. */
    public void runJobs() {
        for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
    }

    public ThingGroupMembership membership() {
        return new ThingGroupMembership(runtime, stores.things());
    }

    public PrincipalRegistry principals() {
        return new PrincipalRegistry(runtime, stores.things(), stores.certificates());
    }

    public CertificateIssuing issuing() {
        return new CertificateIssuing(runtime, stores.certificates(), pki);
    }

    public CertificateRegistration registration() {
        return new CertificateRegistration(runtime, certificateStores, pki);
    }

    public CertificateRegistry certificates() {
        return new CertificateRegistry(runtime, certificateStores);
    }

    public CaRegistry authorities() {
        return new CaRegistry(runtime, certificateStores, pki, tags);
    }

    public AccountLogging logging() {
        return new AccountLogging(runtime, stores.logging());
    }

    public RoleAliasRegistry roleAliases() {
        return new RoleAliasRegistry(runtime, stores.roleAliases(), tags);
    }

    /** Over thing types, thing groups, CA certificates and role aliases. */
    public TagRegistry tags() {
        return new TagRegistry(stores.transactions(), tags, List.of(types(), groups(), authorities(), roleAliases()));
    }
}
