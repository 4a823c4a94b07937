// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.policy.PolicyAttachments;
import io.fleetward.application.policy.PolicyDocuments;
import io.fleetward.application.policy.PolicyStores;
import io.fleetward.application.policy.PolicyTargets;
import io.fleetward.application.policy.RegisteredDevicePrincipals;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.application.registry.certificate.CertificateStores;
import io.fleetward.application.registry.index.DynamicGroupBuilds;
import io.fleetward.application.registry.index.DynamicGroupFollower;
import io.fleetward.application.registry.index.DynamicMembers;
import io.fleetward.application.registry.index.IndexingModes;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.thing.ThingGroupWriter;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.work.Background;
import io.fleetward.pki.X509CertificateParser;
import io.fleetward.store.policy.JdbcPolicies;
import io.fleetward.store.policy.JdbcPolicyAttachments;
import io.fleetward.store.registry.JdbcCaCertificates;
import io.fleetward.store.registry.JdbcCertificates;
import io.fleetward.store.registry.JdbcIndexingModes;
import io.fleetward.store.registry.JdbcLoggingSettings;
import io.fleetward.store.registry.JdbcRegistrationCodes;
import io.fleetward.store.registry.JdbcRoleAliases;
import io.fleetward.store.registry.JdbcTags;
import io.fleetward.store.registry.JdbcThingGroupMembers;
import io.fleetward.store.registry.JdbcThingGroups;
import io.fleetward.store.registry.JdbcThingPrincipals;
import io.fleetward.store.registry.JdbcThingTypes;
import io.fleetward.store.registry.JdbcThings;

/** Where things, certificates and policies are kept, and what reads them. */
record RegistryAssembly(
        RegistryRuntime runtime,
        ThingStores things,
        IndexingModes indexing,
        DynamicGroupBuilds builds,
        CertificateStores certificates,
        CertificateParser parser,
        PolicyStores policies,
        PolicyDocuments documents,
        JdbcLoggingSettings logging,
        JdbcRoleAliases roleAliases,
        JdbcTags tags) {

    static RegistryAssembly of(Foundation foundation, StoreAssembly store) {
        var things = new ThingStores(
                new JdbcThings(),
                new JdbcThingTypes(),
                new JdbcThingGroups(),
                new JdbcThingGroupMembers(),
                new JdbcThingPrincipals());
        PolicyAttachments attachments = new JdbcPolicyAttachments();
        var certificates = new CertificateStores(
                new JdbcCertificates(),
                new JdbcCaCertificates(),
                new JdbcRegistrationCodes(),
                things.principals(),
                attachments);
        var changes = new RegistryChanges();
        var members = new DynamicMembers(things.members(), changes);
        var builds = new DynamicGroupBuilds(
                store.state(),
                things,
                members,
                new Background(foundation.background(), foundation.timers(), foundation.clock(), foundation.ids()));
        changes.recordWith(new DynamicGroupFollower(things, members, builds));
        return new RegistryAssembly(
                new RegistryRuntime(store.state(), changes, foundation.clock(), foundation.ids()),
                things,
                new JdbcIndexingModes(),
                builds,
                certificates,
                new X509CertificateParser(),
                new PolicyStores(new JdbcPolicies(), attachments),
                new PolicyDocuments(),
                new JdbcLoggingSettings(),
                new JdbcRoleAliases(),
                new JdbcTags());
    }

    ResourceTags resourceTags() {
        return new ResourceTags(tags, runtime.changes());
    }

    ThingGroupWriter groupWriter() {
        return new ThingGroupWriter(runtime, things, resourceTags(), policies.attachments());
    }

    PolicyTargets policyTargets() {
        return new PolicyTargets(certificates.certificates(), things.groups());
    }

    RegisteredDevicePrincipals devicePrincipals() {
        return new RegisteredDevicePrincipals(
                new RegisteredDevicePrincipals.CertificateSource(certificates.certificates(), parser),
                things,
                new RegisteredDevicePrincipals.PolicySource(policies.attachments(), documents),
                runtime.clock());
    }
}
