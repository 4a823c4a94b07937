// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.CERTIFICATE_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.LOGGING_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.POLICY_CHECK;
import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.mitigation.MitigationExecutions.ExecutionFilter;
import io.fleetward.application.mitigation.MitigationTasks.TaskFilter;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.PublishFindingToSns;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.task.Counts;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.FindingTarget.OfAudit;
import io.fleetward.mitigation.task.FindingTarget.OfFindings;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tasks on findings: what can be started, in which order things are done, and how it ends. */
class MitigationsTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:";

    private final MitigationRig rig = new MitigationRig();

    @Test
    void aFailureStopsTheActionsOfItsFindingOnly() {
        rig.policy("Open");
        rig.policy("Other");
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        rig.action("TellNobody", new PublishFindingToSns(TOPIC + "missing"));
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        Certificate certificate = rig.certificate("c1");
        rig.action("Cut", new UpdateDeviceCertificate());
        String audit = rig.audit(rig.onPolicy("f1", "Open"), rig.onCertificate("f2", certificate));

        TaskKey task = rig.start(
                "t1",
                new OfAudit(audit, Map.of()),
                Map.of(
                        POLICY_CHECK, List.of("Tell", "TellNobody", "Blank"),
                        CERTIFICATE_CHECK, List.of("Cut")));
        assertThat(rig.status(task)).isEqualTo(TaskStatus.IN_PROGRESS);
        rig.runJobs();

        assertThat(rig.outcomes(task))
                .containsExactly("f1 Tell COMPLETED", "f1 TellNobody FAILED", "f1 Blank SKIPPED", "f2 Cut COMPLETED");
        assertThat(rig.status(task)).isEqualTo(TaskStatus.FAILED);
        assertThat(rig.defaultVersion("Open")).isEqualTo(1);
        assertThat(rig.status(certificate)).isEqualTo(CertificateStatus.INACTIVE);
        Mitigations.Report report = rig.mitigations.describe(task);
        assertThat(report.subjects())
                .isEqualTo(Map.of(
                        CERTIFICATE_CHECK.value(), new Counts(1, 1, 0, 0, 0),
                        POLICY_CHECK.value(), new Counts(1, 0, 1, 0, 0)));
        assertThat(report.task().endedAt()).isNotNull();
        Execution failed = execution(task, "f1", ExecutionStatus.FAILED);
        assertThat(failed.outcome().errorCode()).isEqualTo("NotFoundException");
        assertThat(failed.outcome().message()).isEqualTo("Topic does not exist");
    }

    @Test
    void leavesOutWhatIsSuppressedOrFilteredAndWhatIsOfAnotherCheck() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        var resource = new ResourceIdentifier.PolicyVersion("Open", "1");
        String audit = rig.audit(
                rig.finding("f1", POLICY_CHECK, resource, true), rig.onPolicy("f2", "Open"), rig.onLogging("f3"));

        TaskKey task = rig.start(
                "t1",
                new OfAudit(audit, Map.of(POLICY_CHECK, Set.of(new ReasonCode("NONE_OF_THEM")))),
                Map.of(POLICY_CHECK, List.of("Blank")));
        rig.runJobs();

        assertThat(rig.outcomes(task)).containsExactly("f1 Blank SKIPPED", "f2 Blank SKIPPED");
        assertThat(rig.mitigations.describe(task).subjects())
                .isEqualTo(Map.of(POLICY_CHECK.value(), new Counts(2, 0, 0, 2, 0)));
        assertThat(rig.status(task)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(rig.defaultVersion("Open")).isEqualTo(1);
    }

    @Test
    void worksOnTheFindingsThatTheFilterNames() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        String audit = rig.audit(rig.onPolicy("f1", "Open"));

        rig.start(
                "t1",
                new OfAudit(audit, Map.of(POLICY_CHECK, Set.of(new ReasonCode("CODE_f1")))),
                Map.of(POLICY_CHECK, List.of("Blank")));
        rig.runJobs();

        assertThat(rig.defaultVersion("Open")).isEqualTo(2);
    }

    @Test
    void goesThroughAnAuditOfManyFindings() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        List<AuditFinding> findings = Stream.iterate(0, number -> number + 1)
                .limit(230)
                .map(number -> rig.onPolicy("f" + number, "Open"))
                .toList();
        String audit = rig.audit(findings.toArray(AuditFinding[]::new));

        TaskKey task = rig.start(
                "t1",
                new OfAudit(audit, Map.of()),
                Map.of(POLICY_CHECK, List.of("Tell"), LOGGING_CHECK, List.of("Tell")));
        rig.runJobs();

        assertThat(rig.mitigations.describe(task).subjects())
                .isEqualTo(Map.of(
                        LOGGING_CHECK.value(), Counts.NONE, POLICY_CHECK.value(), new Counts(230, 230, 0, 0, 0)));
        assertThat(rig.journal(task)).hasSize(230);
    }

    @Test
    void goesOnWithTheActionsAsTheyWereWhenItStarted() {
        rig.policy("Open");
        rig.action("Act", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));
        TaskKey task = rig.start("t1", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Act")));

        rig.actions.delete(SCOPE, "Act");
        rig.runJobs();

        assertThat(rig.defaultVersion("Open")).isEqualTo(2);
        assertThat(rig.mitigations.describe(task).task().actions())
                .extracting(ActionDefinition::name)
                .containsExactly("Act");
    }

    @Test
    void anAccountHasTenTasksInProgress() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        rig.audit(rig.onPolicy("f1", "Open"));
        for (int number = 0; number < 10; number++) {
            rig.start("t" + number, new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
        }

        assertRefused(
                IotError.LIMIT_EXCEEDED,
                "10",
                () -> rig.start("t10", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell"))));
        rig.runJobs();
        rig.start("t10", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
    }

    @Test
    void anIdAndATokenAreUsedOnce() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        rig.audit(rig.onPolicy("f1", "Open"));
        var mapping = Map.of(POLICY_CHECK, List.of("Tell"));
        TaskKey first = rig.start("t1", new OfFindings(List.of("f1")), mapping);
        rig.runJobs();

        assertRefused(
                IotError.TASK_ALREADY_EXISTS, "t1", () -> rig.start("t1", new OfFindings(List.of("f1")), mapping));
        var order = new MitigationOrder.OnFindings(new OfFindings(List.of("f1")), new TreeMap<>(mapping));
        assertRefused(
                IotError.TASK_ALREADY_EXISTS,
                "token",
                () -> rig.mitigations.start(
                        new TaskKey(SCOPE, TaskKind.AUDIT, "t2"),
                        new MitigationTask.Start(
                                rig.mitigations.describe(first).task().token(), "me", order, null)));
    }

    @Test
    void refusesWhatCannotBeDone() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        rig.action("Cut", new UpdateDeviceCertificate());
        rig.audit(rig.onPolicy("f1", "Open"));
        var finding = new OfFindings(List.of("f1"));

        assertInvalid("at least one check", finding, Map.of());
        assertInvalid("Unknown audit check", finding, Map.of(new CheckName("NONE"), List.of("Tell")));
        assertInvalid("no mitigation action", finding, Map.of(POLICY_CHECK, List.of("Nothing")));
        assertInvalid("cannot be applied", finding, Map.of(POLICY_CHECK, List.of("Tell", "Cut")));
        assertInvalid("no audit finding", new OfFindings(List.of("f9")), Map.of(POLICY_CHECK, List.of("Tell")));
        assertInvalid("no audit task", new OfAudit("a9", Map.of()), Map.of(POLICY_CHECK, List.of("Tell")));
        assertInvalid(
                "Unknown audit check",
                new OfAudit("a9", Map.of(new CheckName("NONE"), Set.of())),
                Map.of(POLICY_CHECK, List.of("Tell")));
    }

    @Test
    void refusesAnAuditThatIsStillInProgress() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        AuditTask running = AuditTask.start(
                SCOPE, "running", new AuditTrigger.OnDemand(), rig.clock.instant(), List.of(POLICY_CHECK));
        rig.registry.change(tx -> rig.audits.tasks().put(tx, running));

        assertInvalid("still in progress", new OfAudit("running", Map.of()), Map.of(POLICY_CHECK, List.of("Tell")));
    }

    @Test
    void forgetsFindingsAndTasksAfterNinetyDays() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        String audit = rig.audit(rig.onPolicy("f1", "Open"));
        TaskKey task = rig.start("t1", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
        rig.runJobs();
        new MitigationRetention(rig.store, rig.timers, rig.clock).start();
        rig.timers.advance(Duration.ofDays(89));
        assertThat(rig.status(task)).isEqualTo(TaskStatus.COMPLETED);

        rig.timers.advance(Duration.ofDays(1).plusHours(2));

        assertRefused(IotError.RESOURCE_NOT_FOUND, "t1", () -> rig.mitigations.describe(task));
        assertInvalid("no audit finding", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
        assertInvalid("no audit task", new OfAudit(audit, Map.of()), Map.of(POLICY_CHECK, List.of("Tell")));
        assertThat(rig.journal(task)).isEmpty();
        assertThat(rig.outcomes(task)).isEmpty();
    }

    @Test
    void aFindingThatIsGoneByThenFailsItsExecution() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        rig.audit(rig.onPolicy("f1", "Open"));
        rig.start("t1", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
        TaskKey second = rig.start("t2", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
        Runnable job = rig.jobs.remove();
        rig.jobs.add(() -> {
            rig.registry.change(tx -> rig.audits
                    .findings()
                    .removeFoundBefore(tx, rig.clock.instant().plusSeconds(1), 10));
            job.run();
        });
        rig.runJobs();

        // Not planned yet, so that there is nothing to do; what was planned before fails.
        assertThat(rig.status(second)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(rig.outcomes(second)).isEmpty();
    }

    @Test
    void cancellingKeepsWhatIsDone() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        rig.audit(rig.onPolicy("f1", "A"), rig.onPolicy("f2", "B"));
        var order = new MitigationOrder.OnFindings(
                new OfFindings(List.of("f1", "f2")), new TreeMap<>(Map.of(POLICY_CHECK, List.of("Tell", "Tell"))));
        TaskKey task = rig.start("t1", order, new Rollout(1, Duration.ofMinutes(1), 0));
        rig.runJobs();
        assertThat(rig.status(task)).isEqualTo(TaskStatus.IN_PROGRESS);

        rig.mitigations.cancel(task);
        rig.timers.advance(Duration.ofMinutes(2));
        rig.runJobs();

        assertThat(rig.status(task)).isEqualTo(TaskStatus.CANCELED);
        assertThat(rig.outcomes(task))
                .containsExactly("f1 Tell COMPLETED", "f1 Tell COMPLETED", "f2 Tell CANCELED", "f2 Tell CANCELED");
        assertThat(rig.mitigations.describe(task).subjects())
                .isEqualTo(Map.of(POLICY_CHECK.value(), new Counts(2, 1, 0, 0, 1)));
        assertRefused(IotError.INVALID_REQUEST, "CANCELED", () -> rig.mitigations.cancel(task));
        assertRefused(
                IotError.RESOURCE_NOT_FOUND,
                "t9",
                () -> rig.mitigations.cancel(new TaskKey(SCOPE, TaskKind.AUDIT, "t9")));
    }

    @Test
    void aTaskThatIsCancelledBeforeItBeginsDoesNothing() {
        rig.policy("Open");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Open"));
        TaskKey task = rig.start("t1", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Blank")));
        rig.mitigations.cancel(task);
        rig.runJobs();

        assertThat(rig.defaultVersion("Open")).isEqualTo(1);
        assertThat(rig.status(task)).isEqualTo(TaskStatus.CANCELED);
    }

    @Test
    void listsTasksByTimeStatusAuditAndFinding() {
        rig.action("Tell", new PublishFindingToSns(TOPIC + "alerts"));
        String audit = rig.audit(rig.onPolicy("f1", "A"), rig.onPolicy("f2", "B"));
        Instant begun = rig.clock.instant();
        rig.start("t1", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Tell")));
        rig.runJobs();
        rig.clock.advance(Duration.ofSeconds(1));
        rig.start("t2", new OfAudit(audit, Map.of()), Map.of(POLICY_CHECK, List.of("Tell")));
        rig.runJobs();

        Instant now = rig.clock.instant();
        assertThat(tasks(begun, now, null, null)).containsExactly("t2", "t1");
        assertThat(tasks(begun, now, audit, null)).containsExactly("t2");
        assertThat(tasks(begun, now, null, "f1")).containsExactly("t2", "t1");
        assertThat(tasks(begun, now, null, "f2")).containsExactly("t2");
        assertThat(tasks(begun, begun, null, null)).containsExactly("t1");
        assertRefused(IotError.INVALID_REQUEST, "endTime", () -> tasks(now, begun, null, null));
    }

    private List<String> tasks(Instant from, Instant to, @Nullable String audit, @Nullable String finding) {
        var filter = new TaskFilter(TaskKind.AUDIT, from, to, null, audit, null);
        return rig.mitigations.list(SCOPE, filter, finding, PageRequest.first(10)).items().stream()
                .map(task -> task.key().id())
                .toList();
    }

    private Execution execution(TaskKey task, String finding, ExecutionStatus status) {
        var filter = new ExecutionFilter(task.kind(), task.id(), finding, null, null, null, status);
        return rig.mitigations
                .executions(SCOPE, filter, PageRequest.first(1))
                .items()
                .getFirst();
    }

    private void assertInvalid(String text, FindingTarget target, Map<CheckName, List<String>> mapping) {
        assertRefused(IotError.INVALID_REQUEST, text, () -> rig.start("refused", target, mapping));
    }

    private static void assertRefused(IotError code, String text, Runnable call) {
        assertThatThrownBy(call::run)
                .hasMessageContaining(text)
                .satisfies(
                        refusal -> assertThat(((ApiException) refusal).code()).isEqualTo(code));
    }
}
