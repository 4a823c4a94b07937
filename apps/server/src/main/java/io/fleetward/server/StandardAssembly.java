// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.hub.OrganizationMembership;
import io.fleetward.application.hub.central.ConfigurationPolicyRegistry;
import io.fleetward.application.hub.central.PolicyAssociationAdministration;
import io.fleetward.application.hub.central.PolicyWork;
import io.fleetward.application.hub.standard.AssociationAdministration;
import io.fleetward.application.hub.standard.AuditSubjects;
import io.fleetward.application.hub.standard.ControlAdministration;
import io.fleetward.application.hub.standard.ControlCatalog;
import io.fleetward.application.hub.standard.ControlEvaluation;
import io.fleetward.application.hub.standard.ControlRecorder;
import io.fleetward.application.hub.standard.ControlSubjects;
import io.fleetward.application.hub.standard.StandardPolicies;
import io.fleetward.application.hub.standard.StandardScores;
import io.fleetward.application.hub.standard.StandardStores;
import io.fleetward.application.hub.standard.StandardsAdministration;
import io.fleetward.application.hub.standard.TagSubjects;
import io.fleetward.application.hub.standard.TaggedResources;
import io.fleetward.application.work.Background;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.control.AuditControls;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.TaggingControls;
import io.fleetward.store.detect.JdbcDimensions;
import io.fleetward.store.detect.JdbcSecurityProfiles;
import io.fleetward.store.hub.JdbcHubs;
import io.fleetward.store.hub.JdbcStandardStores;
import io.fleetward.store.mitigation.JdbcMitigationActions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The standards that accounts are held to, and the controls that judge their resources. */
record StandardAssembly(
        StandardsAdministration standards,
        ControlAdministration controls,
        AssociationAdministration associations,
        StandardScores scores,
        ControlEvaluation evaluation,
        ConfigurationPolicyRegistry policies,
        PolicyAssociationAdministration policyAssociations,
        PolicyWork policyWork) {

    static StandardAssembly of(
            Foundation foundation,
            StoreAssembly store,
            IdentityAssembly identity,
            RegistryAssembly registry,
            HubAssembly hub,
            AuditAssembly audit) {
        StandardStores kept = JdbcStandardStores.of(
                store.state(), new JdbcHubs(), hub.stores().links());
        var catalog = new ControlCatalog(
                Stream.concat(TaggingControls.all().stream(), AuditControls.of(AuditChecks.built()).stream())
                        .toList());
        var background =
                new Background(foundation.background(), foundation.timers(), foundation.clock(), foundation.ids());
        var evaluation = new ControlEvaluation(
                kept,
                catalog,
                subjects(catalog, registry, audit.store(), foundation.clock()),
                hub.outbox(),
                background);
        registry.runtime().changes().recordWith(new ControlRecorder(kept, catalog, evaluation));
        audit.runner().whenDone(evaluation::auditEnded);
        var standards = new StandardsAdministration(kept, catalog, evaluation);
        hub.administration().follow(standards);
        var surroundings = new PolicyWork.Surroundings(
                hub.administration(),
                new OrganizationMembership(hub.stores(), hub.administration()),
                new StandardPolicies(kept, catalog, evaluation),
                identity.organization());
        var policyWork = new PolicyWork(store.state(), hub.stores(), surroundings, background);
        hub.administration().follow(policyWork);
        hub.aggregation().follow(policyWork);
        identity.administration().listen(policyWork);
        return new StandardAssembly(
                standards,
                new ControlAdministration(kept, catalog, evaluation),
                new AssociationAdministration(kept, catalog, evaluation),
                new StandardScores(kept, hub.stores(), catalog),
                evaluation,
                new ConfigurationPolicyRegistry(store.state(), hub.stores(), catalog, policyWork, foundation.ids()),
                new PolicyAssociationAdministration(store.state(), hub.stores(), identity.organization(), policyWork),
                policyWork);
    }

    private static Map<String, ControlSubjects> subjects(
            ControlCatalog catalog, RegistryAssembly registry, AuditStore audit, InstantSource clock) {
        Map<String, TaggedResources> tagged = Map.of(
                "policy", TaggedResources.of(registry.policies().policies()),
                "rolealias", TaggedResources.of(registry.roleAliases()),
                "securityprofile", TaggedResources.of(new JdbcSecurityProfiles()),
                "dimension", TaggedResources.of(new JdbcDimensions()),
                "mitigationaction", TaggedResources.of(new JdbcMitigationActions()));
        var subjects = new HashMap<String, ControlSubjects>();
        for (SecurityControl control : catalog.all()) {
            subjects.put(
                    control.id(),
                    switch (control.basis()) {
                        case SecurityControl.Tagging(String _, String arnType) ->
                            new TagSubjects(arnType, Objects.requireNonNull(tagged.get(arnType)), registry.tags());
                        case SecurityControl.Audit(String _, String check) ->
                            new AuditSubjects(new CheckName(check), audit, clock);
                    });
        }
        return subjects;
    }

    void start() {
        evaluation.start();
        policyWork.start();
    }
}
