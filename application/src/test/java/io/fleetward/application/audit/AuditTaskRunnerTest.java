// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static io.fleetward.audit.view.CertificateFactsBuilder.aCertificate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.audit.AuditFindingQueries.Question;
import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.application.error.ApiException;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.audit.check.CheckResult;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.check.DeviceCertificateSharedCheck;
import io.fleetward.audit.check.IotPolicyOverlyPermissiveCheck;
import io.fleetward.audit.check.LoggingDisabledCheck;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.audit.task.CheckRunStatus;
import io.fleetward.audit.view.CertificateFactsBuilder;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.PastConnection;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AuditTaskRunnerTest {
    private static final CheckName LOGGING =
            new LoggingDisabledCheck().description().name();
    private static final CheckName POLICY =
            new IotPolicyOverlyPermissiveCheck().description().name();
    private static final String OPEN =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    /** A check under the name of a real one that does what a test wants. */
    private record Scripted(CheckDescription description, Runnable script) implements AuditCheck {
        @Override
        public CheckResult inspect(RegistryView view, CheckSettings settings, Instant now) {
            script.run();
            return new CheckResult(0, List.of());
        }
    }

    @Test
    void runsInTheBackground() {
        var rig = new AuditRig();
        rig.enableAll();

        String id = rig.startAll();

        assertThat(rig.audits.describe(SCOPE, id).status()).isEqualTo(AuditTaskStatus.IN_PROGRESS);
        rig.runJobs();
        assertThat(rig.audits.describe(SCOPE, id).status()).isEqualTo(AuditTaskStatus.COMPLETED);
    }

    @Test
    void keepsAFaultyCheckFromStoppingTheOthers() {
        var faulty = new Scripted(new LoggingDisabledCheck().description(), () -> {
            throw new IllegalStateException("broken on purpose");
        });
        var rig = new AuditRig(List.of(faulty, new IotPolicyOverlyPermissiveCheck()));
        rig.enableAll();
        rig.view = rig.view.withPolicy("Open", OPEN);

        AuditTask task = rig.audit();

        assertThat(task.status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(task.of(LOGGING))
                .isEqualTo(new CheckRun.Failed(null, "The check could not be carried out because of a fault."));
        assertThat(task.of(POLICY).status()).isEqualTo(CheckRunStatus.COMPLETED_NON_COMPLIANT);
        assertThat(summary(rig, LOGGING).path("RecordState").stringValue()).isEqualTo("ACTIVE");
    }

    /** As input could provoke it; run again and again it would hold up every audit of the account. */
    @Test
    void failsACheckThatOverflowsTheStack() {
        var endless = new Scripted(new LoggingDisabledCheck().description(), () -> {
            throw new StackOverflowError("on purpose");
        });
        var rig = new AuditRig(List.of(endless, new IotPolicyOverlyPermissiveCheck()));
        rig.enableAll();

        AuditTask task = rig.audit();

        assertThat(task.of(LOGGING).status()).isEqualTo(CheckRunStatus.FAILED);
        assertThat(task.of(POLICY).status()).isEqualTo(CheckRunStatus.COMPLETED_COMPLIANT);
    }

    @Test
    void saysWhyWhatTheOperatorImportedCannotBeJudged() {
        var unreadable = new Scripted(new LoggingDisabledCheck().description(), () -> {
            throw new UnreadableImportException("iam/111122223333/roles.json: not JSON");
        });
        var rig = new AuditRig(List.of(unreadable, new IotPolicyOverlyPermissiveCheck()));
        rig.enableAll();

        assertThat(rig.audit().of(LOGGING))
                .isEqualTo(new CheckRun.Failed(null, "iam/111122223333/roles.json: not JSON"));
    }

    @Test
    void failsATaskWhoseEveryCheckFailed() {
        var faulty = new Scripted(new LoggingDisabledCheck().description(), () -> {
            throw new IllegalStateException("broken on purpose");
        });
        var rig = new AuditRig(List.of(faulty));
        rig.enableAll();

        assertThat(rig.audit().status()).isEqualTo(AuditTaskStatus.FAILED);
    }

    @Test
    void failsACheckThatWasDisabledMeanwhile() {
        var rig = new AuditRig();
        rig.enableAll();
        String id = rig.startAll();
        rig.settings.delete(SCOPE, false);

        rig.runJobs();

        AuditTask task = rig.audits.describe(SCOPE, id);
        assertThat(task.status()).isEqualTo(AuditTaskStatus.FAILED);
        assertThat(task.of(LOGGING))
                .isEqualTo(new CheckRun.Failed(
                        CheckRun.FailureCode.AUDIT_CHECK_DISABLED, "The check was disabled before it was run."));
    }

    @Test
    void judgesWithTheSettingsOfTheAccountAndTheTimeOfTheStart() {
        var rig = new AuditRig();
        rig.enableAll();
        rig.settings.update(
                SCOPE,
                new ConfigurationPatch(
                        null,
                        Map.of(),
                        Map.of(
                                "DEVICE_CERTIFICATE_AGE_CHECK",
                                new CheckPatch(null, Map.of("CERT_AGE_THRESHOLD_IN_DAYS", "30")))));
        var certificate = aCertificate("c1").createdBefore(Duration.ofDays(31)).build();
        rig.view = rig.view.withDevices(certificate);
        String id = rig.startAll();
        rig.clock.advance(Duration.ofDays(2));
        rig.runJobs();

        AuditFinding finding = onlyFinding(rig, "DEVICE_CERTIFICATE_AGE_CHECK");

        assertThat(finding.reason()).isEqualTo("Certificate has been in use for 30 days, at or over the limit of 30.");
        assertThat(finding.taskId()).isEqualTo(id);
        assertThat(finding.foundAt()).isEqualTo(finding.taskStartedAt().plus(Duration.ofDays(2)));
    }

    @Test
    void resumesAfterARestartWithTheChecksThatWereNotFinished() {
        var runs = new AtomicInteger();
        var counting = new Scripted(new LoggingDisabledCheck().description(), runs::incrementAndGet);
        var crash = new AtomicInteger(1);
        var crashing = new Scripted(new IotPolicyOverlyPermissiveCheck().description(), () -> {
            if (crash.getAndDecrement() > 0) {
                throw new OutOfMemoryError("as good as a power cut");
            }
        });
        var rig = new AuditRig(List.of(counting, crashing));
        rig.enableAll();
        String id = rig.startAll();
        assertThatThrownBy(rig::runJobs).isInstanceOf(OutOfMemoryError.class);
        assertThat(rig.audits.describe(SCOPE, id).unfinished()).containsExactly(POLICY);

        rig.restart();
        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, id).status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(runs).hasValue(1);
    }

    @Test
    void triesAgainAfterAWhileWhenTheStoreFails() {
        var rig = new AuditRig();
        rig.enableAll();
        var failures = new AtomicInteger(1);
        rig.beforeHub = () -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is full");
            }
        };
        String id = rig.startAll();
        rig.runJobs();
        assertThat(rig.audits.describe(SCOPE, id).isInProgress()).isTrue();

        rig.timers.advance(Duration.ofSeconds(30));
        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, id).status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(rig.lastById()).hasSize(1 + rig.checks.of(SCOPE).names().size());
    }

    @Test
    void runsTheTasksOfAnAccountOneAfterTheOther() {
        var rig = new AuditRig();
        rig.enableAll();
        String first = rig.startAll();
        rig.clock.advance(Duration.ofSeconds(1));
        String second = rig.startAll();

        assertThat(rig.jobs).hasSize(1);
        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, first).isInProgress()).isFalse();
        assertThat(rig.audits.describe(SCOPE, second).isInProgress()).isFalse();
        assertThat(rig.hub.getFirst().path("ProductFields").path("TaskId").stringValue())
                .isEqualTo(first);
        assertThat(rig.hub.getLast().path("ProductFields").path("TaskId").stringValue())
                .isEqualTo(second);
    }

    @Test
    void stopsAtACancelledTaskAndKeepsWhatIsFinished() {
        var rig = new AuditRig[1];
        var cancelling = new Scripted(
                new IotPolicyOverlyPermissiveCheck().description(),
                () -> rig[0].audits.cancel(SCOPE, onlyTask(rig[0]).id()));
        rig[0] = new AuditRig(List.of(new LoggingDisabledCheck(), cancelling));
        rig[0].enableAll();

        AuditTask task = rig[0].audit();

        assertThat(task.status()).isEqualTo(AuditTaskStatus.CANCELED);
        assertThat(task.of(LOGGING).status()).isEqualTo(CheckRunStatus.COMPLETED_NON_COMPLIANT);
        assertThat(task.of(POLICY).status()).isEqualTo(CheckRunStatus.CANCELED);
        assertThat(onlyFinding(rig[0], LOGGING.value()).isSuppressed()).isFalse();
        ObjectNode summary = summary(rig[0], POLICY);
        assertThat(summary.path("Title").stringValue()).isEqualTo(POLICY + " Summary: Canceled");
        assertThat(summary.path("RecordState").stringValue()).isEqualTo("ARCHIVED");
    }

    @Test
    void leavesTheFindingsInTheHubAloneWhenACheckIsCancelledOrFails() {
        var rig = new AuditRig();
        rig.enableAll();
        rig.view = rig.view.withPolicy("Open", OPEN);
        rig.audit();
        rig.view = FixedView.EMPTY;
        String second = rig.startAll();
        rig.audits.cancel(SCOPE, second);
        rig.runJobs();

        assertThat(rig.hub.stream()
                        .filter(document -> document.path("ProductFields")
                                .path("ReportType")
                                .stringValue()
                                .equals("AuditFinding")))
                .allSatisfy(document ->
                        assertThat(document.path("RecordState").stringValue()).isEqualTo("ACTIVE"));
    }

    @Test
    void writesALargeReportInBatchesAndArchivesItInBatches() {
        int many = CheckCompletion.BATCH * 2 + 1;
        var rig = new AuditRig(List.of(new IotPolicyOverlyPermissiveCheck()));
        rig.enableAll();
        for (int i = 0; i < many; i++) {
            rig.view = rig.view.withPolicy("Open" + i, OPEN);
        }

        AuditTask task = rig.audit();

        assertThat(task.of(POLICY)).isEqualTo(new CheckRun.Completed(many, many, 0));
        assertThat(rig.hub).hasSize(many + 1);
        rig.view = FixedView.EMPTY;
        rig.audit();
        assertThat(rig.lastById().values())
                .hasSize(many + 1)
                .allSatisfy(document ->
                        assertThat(document.path("RecordState").stringValue()).isEqualTo("ARCHIVED"));
    }

    @Test
    void writesFindingsWithMuchThatIsRelatedInSeveralBatches() {
        int rows = CheckCompletion.ROWS / 2 + 1;
        var rig = new AuditRig(List.of(new DeviceCertificateSharedCheck()));
        rig.enableAll();
        rig.view = rig.view.withConnections(Stream.of("a", "b", "c")
                .flatMap(digit -> shared(digit.repeat(64), rows))
                .toList());

        AuditTask task = rig.audit();

        assertThat(task.statistics().nonCompliant()).isOne();
        assertThat(countFindings(rig)).isEqualTo(3);
        AuditFinding finding = rig.queries
                .list(SCOPE, new Question(task.id(), null, null, null, Map.of(), null), PageRequest.first(1))
                .items()
                .getFirst();
        assertThat(rig.queries
                        .related(SCOPE, finding.id(), PageRequest.first(2 * rows))
                        .items())
                .hasSize(rows);
    }

    private static Stream<PastConnection> shared(String certificate, int connections) {
        Instant then = CertificateFactsBuilder.NOW.minus(Duration.ofDays(3));
        return IntStream.range(0, connections)
                .mapToObj(number -> new PastConnection(
                        SCOPE, "client" + number, certificate, then, then.plusSeconds(9), null, "192.0.2.1"));
    }

    @Test
    void sweepsAwayWhatABrokenOffAttemptLeft() {
        int many = CheckCompletion.BATCH + 1;
        var rig = new AuditRig(List.of(new IotPolicyOverlyPermissiveCheck()));
        rig.enableAll();
        for (int i = 0; i < many; i++) {
            rig.view = rig.view.withPolicy("Open" + i, OPEN);
        }
        var left = new AtomicInteger(many - 1);
        rig.beforeHub = () -> {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("the disk is full");
            }
        };
        String id = rig.startAll();
        rig.runJobs();
        assertThat(rig.audits.describe(SCOPE, id).isInProgress()).isTrue();

        rig.timers.advance(Duration.ofMinutes(1));
        rig.runJobs();

        assertThat(countFindings(rig)).isEqualTo(many);
    }

    @Test
    void failsACheckThatThisVersionDoesNotHave() {
        var rig = new AuditRig(List.of(new LoggingDisabledCheck()));
        rig.enableAll();
        var gone = new CheckName("CHECK_OF_AN_EARLIER_VERSION");
        var task =
                AuditTask.start(SCOPE, "t1", new AuditTrigger.OnDemand(), rig.clock.instant(), List.of(gone, LOGGING));
        rig.store.transactions().change(tx -> rig.store.tasks().put(tx, task));
        rig.restart();
        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, "t1").of(gone).status()).isEqualTo(CheckRunStatus.FAILED);
        assertThat(rig.audits.describe(SCOPE, "t1").status()).isEqualTo(AuditTaskStatus.COMPLETED);
    }

    @Test
    void refusesAnEleventhTaskInProgress() {
        var rig = new AuditRig();
        rig.enableAll();
        for (int i = 0; i < 10; i++) {
            rig.startAll();
        }

        assertThatThrownBy(rig::startAll)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code().wireName()).isEqualTo("LimitExceededException"));
        rig.runJobs();
        assertThat(rig.startAll()).hasSize(32);
    }

    private static AuditTask onlyTask(AuditRig rig) {
        Instant now = rig.clock.instant();
        var filter = new AuditTasks.TaskFilter(now.minus(Duration.ofDays(1)), now, null, null);
        return rig.audits.list(SCOPE, filter, PageRequest.first(9)).items().getFirst();
    }

    private static AuditFinding onlyFinding(AuditRig rig, String check) {
        List<AuditFinding> found = findings(rig).stream()
                .filter(finding -> finding.check().value().equals(check))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static ObjectNode summary(AuditRig rig, CheckName check) {
        return Objects.requireNonNull(rig.lastById().get("111122223333/ON_DEMAND_AUDIT_TASK/" + check));
    }

    private static int countFindings(AuditRig rig) {
        return findings(rig).size();
    }

    private static List<AuditFinding> findings(AuditRig rig) {
        var all = new FindingFilter(null, Instant.EPOCH, null, null, Map.of(), null);
        return rig.store
                .transactions()
                .read(tx -> rig.store.findings().list(tx, SCOPE, all, PageRequest.first(10_000)))
                .items();
    }
}
