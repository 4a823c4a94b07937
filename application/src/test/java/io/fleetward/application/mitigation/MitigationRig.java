// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.registry.certificate.CertificateBuilder.aCertificate;
import static io.fleetward.registry.thing.ThingBuilder.aThing;
import static io.fleetward.registry.thing.ThingGroupBuilder.aGroup;

import io.fleetward.application.audit.AuditStore;
import io.fleetward.application.audit.CheckCatalogue;
import io.fleetward.application.audit.InMemoryAuditChanges;
import io.fleetward.application.audit.InMemoryAuditConfigurations;
import io.fleetward.application.audit.InMemoryAuditSuppressions;
import io.fleetward.application.audit.InMemoryAuditTasks;
import io.fleetward.application.audit.InMemoryCustomChecks;
import io.fleetward.application.audit.InMemoryHubReports;
import io.fleetward.application.audit.InMemoryReportedFindings;
import io.fleetward.application.audit.InMemoryScheduledAudits;
import io.fleetward.application.detect.DetectStores;
import io.fleetward.application.detect.InMemoryDetectStores;
import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.InMemoryAdministrativeActs;
import io.fleetward.application.notification.InMemoryDeliveries;
import io.fleetward.application.notification.InMemorySubscriptions;
import io.fleetward.application.notification.InMemoryTopics;
import io.fleetward.application.notification.NotificationStore;
import io.fleetward.application.notification.Topic;
import io.fleetward.application.notification.TopicAttributes;
import io.fleetward.application.notification.TopicPublishing;
import io.fleetward.application.policy.CreatePolicy;
import io.fleetward.application.policy.InMemoryPolicies;
import io.fleetward.application.policy.OnPolicyStores;
import io.fleetward.application.policy.PolicyLimits;
import io.fleetward.application.policy.PolicyRegistry;
import io.fleetward.application.policy.PolicyStores;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChanges;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.account.AccountLogging;
import io.fleetward.application.registry.certificate.CaRegistry;
import io.fleetward.application.registry.certificate.CertificateRegistry;
import io.fleetward.application.registry.certificate.CertificateStores;
import io.fleetward.application.registry.certificate.FakePki;
import io.fleetward.application.registry.tag.ResourceTags;
import io.fleetward.application.registry.thing.ThingGroupMembership;
import io.fleetward.application.store.MortalTransactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.application.work.Background;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.custom.EqualityLanguage;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionParams;
import io.fleetward.mitigation.action.AddThingsToThingGroup;
import io.fleetward.mitigation.action.MitigationAction;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskStatus;
import io.fleetward.policy.PolicyName;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.AttachmentType;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Mitigation over stores in memory, with the registry that it changes and the findings and violations it is about.
 *
 * <p>Confined to one thread.
 */
public final class MitigationRig {
    public static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    public static final String ROLE = "arn:aws:iam::111122223333:role/mitigation";
    public static final String ADMIN = "arn:aws:iam::111122223333:user/admin";
    public static final CheckName POLICY_CHECK = new CheckName("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
    public static final CheckName CERTIFICATE_CHECK = new CheckName("DEVICE_CERTIFICATE_EXPIRING_CHECK");
    public static final CheckName CA_CHECK = new CheckName("CA_CERTIFICATE_EXPIRING_CHECK");
    public static final CheckName LOGGING_CHECK = new CheckName("LOGGING_DISABLED_CHECK");
    private static final String AUDIT = "0f3c9a51e2b84d7796a1c0de55aa7711";

    public final VirtualClock clock = VirtualClock.atStart();
    public final VirtualTimers timers = new VirtualTimers(clock);
    public final Deque<Runnable> jobs = new ArrayDeque<>();
    public final RegistryStores registry = RegistryStores.inMemory();
    final MortalTransactions transactions = new MortalTransactions(registry.transactions());
    public final PolicyStores policyStores = InMemoryPolicies.stores();
    public final NotificationStore notifications = new NotificationStore(
            registry.transactions(), new InMemoryTopics(), new InMemorySubscriptions(), new InMemoryDeliveries());
    public final List<RegistryChange> changes = new ArrayList<>();
    public final InMemoryAdministrativeActs acts = new InMemoryAdministrativeActs();
    public final Ids ids = new Ids(new Random(11));
    public final ResourceTags tags = new ResourceTags(registry.tags());
    public final MitigationStore store = InMemoryMitigation.store(transactions);
    public final AuditStore audits = new AuditStore(
            registry.transactions(),
            new InMemoryAuditConfigurations(),
            new InMemoryCustomChecks(),
            new InMemoryScheduledAudits(),
            new InMemoryAuditSuppressions(),
            new InMemoryAuditTasks(),
            new InMemoryReportedFindings(),
            new InMemoryHubReports(),
            new InMemoryAuditChanges());
    public final DetectStores detect = InMemoryDetectStores.create();
    public final PolicyRegistry policies;
    public final AccountLogging logging;
    public final RegistryAccess access;
    public final MitigationSubjects subjects;
    public final MitigationActionRegistry actions;
    public final MitigationRehearsal rehearsal;
    public final MitigationUndo undo;
    public MitigationRunner runner;
    public Mitigations mitigations;

    public MitigationRig() {
        var announced = new RegistryChanges();
        announced.listen(changes::add);
        var runtime = new RegistryRuntime(registry.transactions(), announced, clock, ids);
        var certificateStores = new CertificateStores(
                registry.certificates(),
                registry.authorities(),
                registry.codes(),
                registry.things().principals(),
                policyStores.attachments());
        policies = new PolicyRegistry(runtime, policyStores, tags, PolicyLimits.AWS);
        logging = new AccountLogging(runtime, registry.logging());
        access = new RegistryAccess(
                new RegistryAccess.UseCases(
                        new CertificateRegistry(runtime, certificateStores),
                        new CaRegistry(runtime, certificateStores, new FakePki(), tags),
                        new ThingGroupMembership(runtime, registry.things()),
                        policies,
                        logging,
                        new TopicPublishing(notifications, () -> {}, clock, ids)),
                new RegistryAccess.Sources(
                        registry.certificates(), registry.authorities(), registry.things(), policyStores));
        subjects = new MitigationSubjects(
                new FindingSubjects(
                        audits, new CheckCatalogue(audits, AuditChecks.built(), new EqualityLanguage()), clock),
                new ViolationSubjects(detect, clock));
        actions = new MitigationActionRegistry(store, tags, clock, ids);
        rehearsal = new MitigationRehearsal(store, subjects, access, acts, clock);
        undo = new MitigationUndo(store, access, acts, clock);
        runner = newRunner();
        mitigations = new Mitigations(store, subjects, runner, clock);
        registry.change(tx ->
                notifications.topics().put(tx, new Topic(SCOPE, "alerts", TopicAttributes.NONE, clock.instant())));
    }

    /** Loses everything that is not stored, as a restart of the process does. */
    public void restart() {
        jobs.clear();
        runner = newRunner();
        mitigations = new Mitigations(store, subjects, runner, clock);
        runner.start();
    }

    /** Runs every job that waits. */
    public void runJobs() {
        while (!jobs.isEmpty()) {
            jobs.poll().run();
        }
    }

    public MitigationAction action(String name, ActionParams params) {
        return actions.create(SCOPE, name, ROLE, params, Map.of());
    }

    /** An action that adds things to the group of its name. */
    public MitigationAction quarantine(String group) {
        return action(group, new AddThingsToThingGroup(List.of(new ThingGroupName(group)), null));
    }

    /** An ended audit with these findings. */
    public String audit(AuditFinding... findings) {
        AuditTask task = AuditTask.start(
                        SCOPE, AUDIT, new AuditTrigger.OnDemand(), clock.instant(), List.of(POLICY_CHECK))
                .finish(POLICY_CHECK, new CheckRun.Completed(1, 1, 0));
        registry.change(tx -> {
            audits.tasks().put(tx, task);
            audits.findings().add(tx, SCOPE, List.of(findings));
        });
        return AUDIT;
    }

    public AuditFinding finding(String id, CheckName check, ResourceIdentifier resource) {
        return finding(id, check, resource, false);
    }

    public AuditFinding finding(String id, CheckName check, ResourceIdentifier resource, boolean isSuppressed) {
        return new AuditFinding(
                id,
                AUDIT,
                clock.instant(),
                check,
                clock.instant(),
                Severity.CRITICAL,
                AuditedResource.of(resource),
                List.of(),
                new ReasonCode("CODE_" + id),
                "Because.",
                isSuppressed);
    }

    /** A finding on a policy of this name. */
    public AuditFinding onPolicy(String id, String policy) {
        return finding(id, POLICY_CHECK, new ResourceIdentifier.PolicyVersion(policy, "1"));
    }

    /** A finding on this certificate. */
    public AuditFinding onCertificate(String id, Certificate certificate) {
        return finding(
                id,
                CERTIFICATE_CHECK,
                new ResourceIdentifier.DeviceCertificate(certificate.id().value()));
    }

    public AuditFinding onLogging(String id) {
        return finding(id, LOGGING_CHECK, new ResourceIdentifier.AccountSettings(SCOPE.account()));
    }

    public void policy(String name) {
        policies.create(SCOPE, new CreatePolicy(new PolicyName(name), OnPolicyStores.ALLOW_ALL, Map.of()));
    }

    public int defaultVersion(String policy) {
        return policies.get(SCOPE, new PolicyName(policy)).policy().defaultVersion();
    }

    /** An active certificate of these things, which are registered with it. */
    public Certificate certificate(String seed, String... things) {
        Certificate certificate = aCertificate(SCOPE, seed).build();
        registry.change(tx -> {
            registry.certificates().put(tx, certificate);
            for (String name : things) {
                thing(tx, name);
                registry.things()
                        .principals()
                        .put(
                                tx,
                                SCOPE,
                                new ThingPrincipal(
                                        new ThingName(name), certificate.id(), AttachmentType.NON_EXCLUSIVE_THING));
            }
        });
        return certificate;
    }

    public CertificateStatus status(Certificate certificate) {
        return access.use().certificates().describe(SCOPE, certificate.id()).status();
    }

    public void thing(String name) {
        registry.change(tx -> thing(tx, name));
    }

    public void group(String name) {
        registry.change(
                tx -> registry.things().groups().put(tx, aGroup(SCOPE, name).build()));
    }

    /** The groups that the thing is in. */
    public List<String> groupsOf(String thing) {
        return registry.read(tx -> registry.things().members().groupsOf(tx, SCOPE, new ThingName(thing))).stream()
                .map(group -> group.name().value())
                .toList();
    }

    /** Starts a task on findings and answers its key. */
    public TaskKey start(String id, FindingTarget target, Map<CheckName, List<String>> mapping) {
        return start(id, new MitigationOrder.OnFindings(target, new TreeMap<>(mapping)), null);
    }

    public TaskKey start(String id, MitigationOrder order, @Nullable Rollout rollout) {
        var key = new TaskKey(SCOPE, order.kind(), id);
        mitigations.start(key, new MitigationTask.Start("token-" + order.kind() + id, ADMIN, order, rollout));
        return key;
    }

    /** Every execution of the task, as subject, action and status. */
    public List<String> outcomes(TaskKey key) {
        var filter = new MitigationExecutions.ExecutionFilter(key.kind(), key.id(), null, null, null, null, null);
        return mitigations.executions(SCOPE, filter, PageRequest.first(250)).items().stream()
                .map(execution -> execution.subjectId() + " " + execution.actionName() + " "
                        + execution.outcome().status())
                .toList();
    }

    public TaskStatus status(TaskKey key) {
        return mitigations.describe(key).task().status();
    }

    /** The lines of the journal of a task, newest first. */
    public List<JournalLine> journal(TaskKey key) {
        return undo.journal(SCOPE, key, PageRequest.first(250)).items();
    }

    /** The administrative log, newest first. */
    public List<AdministrativeAct> acts() {
        return registry.read(tx -> acts.newest(tx, SCOPE, PageRequest.first(250)))
                .items();
    }

    private void thing(Tx tx, String name) {
        registry.things().things().put(tx, aThing(SCOPE, name).build());
    }

    private MitigationRunner newRunner() {
        return new MitigationRunner(store, subjects, access, acts, new Background(jobs::add, timers, clock, ids));
    }
}
