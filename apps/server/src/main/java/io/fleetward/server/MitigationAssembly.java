// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.mitigation.FindingSubjects;
import io.fleetward.application.mitigation.MitigationActionRegistry;
import io.fleetward.application.mitigation.MitigationRehearsal;
import io.fleetward.application.mitigation.MitigationRetention;
import io.fleetward.application.mitigation.MitigationRunner;
import io.fleetward.application.mitigation.MitigationStore;
import io.fleetward.application.mitigation.MitigationSubjects;
import io.fleetward.application.mitigation.MitigationUndo;
import io.fleetward.application.mitigation.Mitigations;
import io.fleetward.application.mitigation.RegistryAccess;
import io.fleetward.application.mitigation.ViolationSubjects;
import io.fleetward.application.notification.TopicPublishing;
import io.fleetward.application.policy.PolicyLimits;
import io.fleetward.application.policy.PolicyRegistry;
import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.work.Background;
import io.fleetward.store.identity.JdbcAdministrativeActs;
import io.fleetward.store.mitigation.JdbcMitigationStore;

/** Mitigation: actions, tasks on findings and violations, rehearsals, the journal. */
record MitigationAssembly(
        MitigationActionRegistry actions,
        Mitigations mitigations,
        MitigationRehearsal rehearsal,
        MitigationUndo undo,
        MitigationRunner runner,
        MitigationRetention retention) {

    static MitigationAssembly of(
            Foundation foundation,
            StoreAssembly store,
            RegistryAssembly registry,
            TopicPublishing topics,
            AuditAssembly audit,
            DetectAssembly detect) {
        MitigationStore kept = JdbcMitigationStore.of(store.state());
        var subjects = new MitigationSubjects(
                new FindingSubjects(audit.store(), audit.checks(), foundation.clock()),
                new ViolationSubjects(detect.stores(), foundation.clock()));
        RegistryAccess access = access(registry, topics);
        var acts = new JdbcAdministrativeActs();
        var background =
                new Background(foundation.background(), foundation.timers(), foundation.clock(), foundation.ids());
        var runner = new MitigationRunner(kept, subjects, access, acts, background);
        return new MitigationAssembly(
                new MitigationActionRegistry(kept, registry.resourceTags(), foundation.clock(), foundation.ids()),
                new Mitigations(kept, subjects, runner, foundation.clock()),
                new MitigationRehearsal(kept, subjects, access, acts, foundation.clock()),
                new MitigationUndo(kept, access, acts, foundation.clock()),
                runner,
                new MitigationRetention(kept, foundation.timers(), foundation.clock()));
    }

    private static RegistryAccess access(RegistryAssembly registry, TopicPublishing topics) {
        return new RegistryAccess(
                new RegistryAccess.UseCases(
                        new CertificateRegistry(registry.runtime(), registry.certificates()),
                        new CaRegistry(
                                registry.runtime(),
                                registry.certificates(),
                                registry.parser(),
                                registry.resourceTags()),
                        new ThingGroupMembership(registry.runtime(), registry.things()),
                        new PolicyRegistry(
                                registry.runtime(), registry.policies(), registry.resourceTags(), PolicyLimits.AWS),
                        new AccountLogging(registry.runtime(), registry.logging()),
                        topics),
                new RegistryAccess.Sources(
                        registry.certificates().certificates(),
                        registry.certificates().authorities(),
                        registry.things(),
                        registry.policies()));
    }

    void start() {
        runner.start();
        retention.start();
    }
}
