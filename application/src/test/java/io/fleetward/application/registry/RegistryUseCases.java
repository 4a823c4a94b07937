// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.CertificateIssuing;
import io.fleetward.application.registry.certificate.CertificateRegistration;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.certificate.CertificateStores;
import io.fleetward.application.registry.certificate.FakePki;
import io.fleetward.application.registry.principal.PrincipalRegistry;
import io.fleetward.application.registry.role.RoleAliasRegistry;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.registry.thing.ThingGroupRegistry;
import io.fleetward.application.registry.thing.ThingRegistry;
import io.fleetward.application.registry.thing.ThingTypeRegistry;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registry's use cases over stores in memory, a clock that tests turn, and a PKI without cryptography. */
public final class RegistryUseCases {

    private final VirtualClock clock = VirtualClock.atStart();
    private final RegistryStores stores = RegistryStores.inMemory();
    private final FakeTargetPolicies policies = new FakeTargetPolicies();
    private final List<RegistryChange> changes = new CopyOnWriteArrayList<>();
    private final FakePki pki = new FakePki();
    private final RegistryRuntime runtime;
    private final CertificateStores certificateStores;
    private final ResourceTags tags;

    public RegistryUseCases() {
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
        return new ThingGroupRegistry(runtime, stores.things(), tags, policies);
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
