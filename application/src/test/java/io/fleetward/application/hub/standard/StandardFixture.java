// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.detect.InMemoryDimensions;
import io.fleetward.application.detect.InMemorySecurityProfiles;
import io.fleetward.application.detect.runtime.QueuedExecutor;
import io.fleetward.application.hub.FindingImportHandler;
import io.fleetward.application.hub.HubFixture;
import io.fleetward.application.hub.OrganizationMembership;
import io.fleetward.application.hub.OutboxFindings;
import io.fleetward.application.hub.central.ConfigurationPolicyRegistry;
import io.fleetward.application.hub.central.PolicyAssociationAdministration;
import io.fleetward.application.hub.central.PolicyWork;
import io.fleetward.application.mitigation.InMemoryMitigationActions;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.policy.InMemoryPolicies;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.role.InMemoryRoleAliases;
import io.fleetward.application.registry.role.RoleAliasRegistry;
import io.fleetward.application.registry.tag.InMemoryTags;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.tag.TagRegistry;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.application.work.Background;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.control.AuditControls;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.TaggingControls;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Standards on stores in memory, above a hub, role aliases and an audit. */
public final class StandardFixture {
    public static final AccountRegion HOME = AuditRig.SCOPE;

    public final HubFixture hub = new HubFixture();
    public final AuditRig audit = new AuditRig();
    public final VirtualTimers timers = new VirtualTimers(hub.clock);
    final QueuedExecutor executor = new QueuedExecutor();
    final StandardStores stores = new StandardStores(
            hub.transactions,
            hub.stores.hubs(),
            hub.stores.links(),
            new InMemoryStandardSubscriptions(),
            new InMemoryControlSettings(),
            new InMemoryControlReports(),
            new InMemoryControlWork());
    public final ControlCatalog catalog = new ControlCatalog(
            Stream.concat(TaggingControls.all().stream(), AuditControls.of(AuditChecks.built()).stream())
                    .toList());
    private final InMemoryTags tags = new InMemoryTags();
    private final RegistryChanges changes = new RegistryChanges();
    private final InMemoryRoleAliases aliasStore = new InMemoryRoleAliases();
    private final Ids ids = new Ids(new Random(7));
    public final RoleAliasRegistry aliases = new RoleAliasRegistry(
            new RegistryRuntime(hub.transactions, changes, hub.clock, ids),
            aliasStore,
            new ResourceTags(tags, changes));
    public final TagRegistry tagging =
            new TagRegistry(hub.transactions, new ResourceTags(tags, changes), List.of(aliases));
    private final FindingImportHandler imports = new FindingImportHandler(hub.imports, hub.clock);
    public ControlEvaluation evaluation = newEvaluation();
    public final StandardsAdministration standards = new StandardsAdministration(stores, catalog, evaluation);
    public final ControlAdministration controls = new ControlAdministration(stores, catalog, evaluation);
    public final AssociationAdministration associations = new AssociationAdministration(stores, catalog, evaluation);
    public PolicyWork policyWork = newPolicyWork();
    public final ConfigurationPolicyRegistry policies =
            new ConfigurationPolicyRegistry(hub.transactions, hub.stores, catalog, policyWork, new Ids(new Random(11)));
    public final PolicyAssociationAdministration policyAssociations =
            new PolicyAssociationAdministration(hub.transactions, hub.stores, hub.ofAll, policyWork);
    public final StandardScores scores = new StandardScores(stores, hub.stores, catalog);

    public StandardFixture() {
        changes.recordWith(new ControlRecorder(stores, catalog, evaluation));
        hub.administration.follow(standards);
        hub.administration.follow(policyWork);
        hub.aggregation.follow(policyWork);
        hub.newcomers.add(policyWork);
        audit.runner.whenDone(evaluation::auditEnded);
    }

    /** Does everything that waits. */
    public StandardFixture settle() {
        executor.runAll();
        return this;
    }

    /** Another evaluation of the same stores, as after a restart of the process. */
    ControlEvaluation newEvaluation() {
        return new ControlEvaluation(
                stores, catalog, subjects(), this::deliver, new Background(executor, timers, hub.clock, ids));
    }

    /** Another worker on the same stores, as after a restart of the process. */
    public PolicyWork newPolicyWork() {
        var surroundings = new PolicyWork.Surroundings(
                hub.administration,
                new OrganizationMembership(hub.stores, hub.administration),
                new StandardPolicies(stores, catalog, evaluation),
                hub.ofAll);
        return new PolicyWork(
                hub.transactions, hub.stores, surroundings, new Background(executor, timers, hub.clock, ids));
    }

    /** The findings of the control, by resource. */
    public Map<String, Finding> findings(String control) {
        var found = new HashMap<String, Finding>();
        hub.findings(HOME).stream()
                .filter(finding -> finding.document()
                        .path("Compliance")
                        .path("SecurityControlId")
                        .stringValue("")
                        .equals(control))
                .forEach(finding -> found.put(
                        finding.document().path("Resources").path(0).path("Id").stringValue(), finding));
        return found;
    }

    private void deliver(Tx tx, AccountRegion scope, ObjectNode finding) {
        String id = finding.path("Id").stringValue();
        imports.handle(tx, List.of(new OutboxEntry(scope, OutboxFindings.TOPIC, id, finding.toString())));
    }

    private Map<String, ControlSubjects> subjects() {
        Map<String, TaggedResources> tagged = Map.of(
                "policy", TaggedResources.of(new InMemoryPolicies()),
                "rolealias", TaggedResources.of(aliasStore),
                "securityprofile", TaggedResources.of(new InMemorySecurityProfiles()),
                "dimension", TaggedResources.of(new InMemoryDimensions()),
                "mitigationaction", TaggedResources.of(new InMemoryMitigationActions()));
        var subjects = new HashMap<String, ControlSubjects>();
        for (SecurityControl control : catalog.all()) {
            subjects.put(
                    control.id(),
                    switch (control.basis()) {
                        case SecurityControl.Tagging(String _, String arnType) ->
                            new TagSubjects(arnType, Objects.requireNonNull(tagged.get(arnType)), tags);
                        case SecurityControl.Audit(String _, String check) ->
                            new AuditSubjects(new CheckName(check), audit.store, audit.clock);
                    });
        }
        return subjects;
    }
}
