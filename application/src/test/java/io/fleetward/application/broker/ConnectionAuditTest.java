// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditFindingQueries.Question;
import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.audit.connection.ConnectionRecorder;
import io.fleetward.application.audit.connection.InMemoryRecordedConnections;
import io.fleetward.application.audit.connection.RecordedHistories;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.schedule.RecurrenceRequest;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.CheckRunStatus;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Devices at the broker, what is recorded of them, and what audits make of it, hours later by the virtual clock. */
class ConnectionAuditTest {
    private static final AccountRegion SCOPE = AuditRig.SCOPE;
    private static final String CERTIFICATE = "cd".repeat(32);
    private static final String SHARED = "DEVICE_CERTIFICATE_SHARED_CHECK";
    private static final String CONFLICTING = "CONFLICTING_CLIENT_IDS_CHECK";

    private final BrokerHarness broker = new BrokerHarness();
    private final AuditRig audit = new AuditRig();
    private final Transactions store = new InMemoryTransactions();
    private final InMemoryRecordedConnections connections = new InMemoryRecordedConnections();
    private ConnectionRecorder recorder = record();
    private int told;

    ConnectionAuditTest() {
        broker.registry.register(SCOPE, CERTIFICATE, FakeDevicePrincipals.allowing("*", "*"));
        audit.enableAll();
    }

    @Test
    @DisplayName(
            "11: a certificate that two clients use at once is found two hours later, the open session without an end")
    void findsACertificateThatTwoClientsUseAtOnceTwoHoursLater() {
        Instant first = connect("pump-1");
        pass(Duration.ofMinutes(10));
        FakeClient copy = client("pump-2");
        Instant second = broker.clock.instant();
        pass(Duration.ofMinutes(10));
        copy.disconnect();
        Instant ended = broker.clock.instant();

        pass(Duration.ofMinutes(109));
        assertThat(audit().of(new CheckName(SHARED)).status()).isEqualTo(CheckRunStatus.COMPLETED_COMPLIANT);
        pass(Duration.ofMinutes(12));
        AuditTask task = audit();

        assertThat(task.of(new CheckName(SHARED)).status()).isEqualTo(CheckRunStatus.COMPLETED_NON_COMPLIANT);
        AuditFinding finding = onlyFinding(task, SHARED);
        assertThat(finding.resource().identifier()).isEqualTo(new ResourceIdentifier.DeviceCertificate(CERTIFICATE));
        assertThat(finding.related())
                .containsExactly(
                        new AuditedResource(
                                new ResourceIdentifier.ClientId("pump-2"),
                                Map.of("CONNECTION_TIME", millis(second), "DISCONNECTION_TIME", millis(ended))),
                        new AuditedResource(
                                new ResourceIdentifier.ClientId("pump-1"), Map.of("CONNECTION_TIME", millis(first))));
    }

    @Test
    void findsAClientIdThatTwoConnectionsClaimAtOnce() {
        Instant first = connect("pump-1");
        pass(Duration.ofMinutes(10));
        Instant second = connect("pump-1");
        client("pump-2").disconnect();
        client("pump-2");
        pass(Duration.ofSeconds(1));

        AuditFinding finding = onlyFinding(audit(), CONFLICTING);

        assertThat(finding.resource().identifier()).isEqualTo(new ResourceIdentifier.ClientId("pump-1"));
        assertThat(finding.related())
                .extracting(AuditedResource::additionalInfo)
                .containsExactly(
                        Map.of("PRINCIPAL_ID", CERTIFICATE, "CONNECTION_TIME", millis(second)),
                        Map.of(
                                "PRINCIPAL_ID",
                                CERTIFICATE,
                                "CONNECTION_TIME",
                                millis(first),
                                "DISCONNECTION_TIME",
                                millis(second)));
    }

    @Test
    void waitsUntilConnectionsHaveBeenRecordedForFiveMinutes() {
        String early = startAudit();
        assertThat(describe(early).of(new CheckName(SHARED)).status())
                .isEqualTo(CheckRunStatus.WAITING_FOR_DATA_COLLECTION);
        assertThat(describe(early).statistics().waiting()).isEqualTo(2);
        assertThat(describe(early).status()).isEqualTo(AuditTaskStatus.IN_PROGRESS);
        pass(Duration.ofMinutes(4));
        String later = startAudit();
        String quick = audit.audits.startOnDemand(SCOPE, List.of("LOGGING_DISABLED_CHECK"));
        audit.runJobs();
        assertThat(describe(quick).status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(describe(later).statistics().inProgress()).isZero();

        pass(Duration.ofSeconds(59));
        assertThat(describe(early).status()).isEqualTo(AuditTaskStatus.IN_PROGRESS);
        pass(Duration.ofSeconds(1));

        assertThat(describe(early).status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(describe(later).status()).isEqualTo(AuditTaskStatus.COMPLETED);
    }

    @Test
    void cancelsAnAuditThatWaits() {
        String id = startAudit();

        audit.audits.cancel(SCOPE, id);
        pass(Duration.ofMinutes(6));

        assertThat(describe(id).status()).isEqualTo(AuditTaskStatus.CANCELED);
        assertThat(describe(id).of(new CheckName(SHARED)).status()).isEqualTo(CheckRunStatus.CANCELED);
    }

    @Test
    void judgesInAScheduledAuditWhatTheOneBeforeDidNot() {
        audit.schedules.create(SCOPE, "nightly", daily(), List.of(CONFLICTING), Map.of());
        connect("pump-1");
        pass(Duration.ofMinutes(10));
        connect("pump-1");
        pass(Duration.ofDays(1));
        assertThat(findings(CONFLICTING)).hasSize(1);

        pass(Duration.ofDays(1));
        assertThat(findings(CONFLICTING)).hasSize(1);
        connect("pump-1");
        pass(Duration.ofDays(1));
        assertThat(findings(CONFLICTING)).hasSize(2);
    }

    @Test
    void doesNotTakeWhatAKilledProcessLeftOpenForStillThere() {
        connect("pump-1");
        pass(Duration.ofMinutes(30));
        broker.crashAndRestart();
        recorder = record();
        connect("pump-2");
        pass(Duration.ofHours(3));

        assertThat(audit().of(new CheckName(SHARED)).status()).isEqualTo(CheckRunStatus.COMPLETED_COMPLIANT);
    }

    private ConnectionRecorder record() {
        var started = new ConnectionRecorder(store, connections, broker.clock, broker.timers);
        started.start();
        audit.histories = new RecordedHistories(store, connections, started, Duration.ofMinutes(5));
        return started;
    }

    private Instant connect(String clientId) {
        client(clientId);
        return broker.clock.instant();
    }

    private FakeClient client(String clientId) {
        FakeClient client = broker.connect(BrokerHarness.request(clientId), CERTIFICATE, broker.first);
        tell();
        return client;
    }

    private void pass(Duration step) {
        tell();
        broker.pass(step);
        audit.timers.advance(step);
        audit.runJobs();
    }

    /** Hands the recorder what has happened at the broker since it was told last. */
    private void tell() {
        var facts = broker.facts.all();
        recorder.accept(facts.subList(told, facts.size()));
        told = facts.size();
    }

    private String startAudit() {
        String id = audit.startAll();
        audit.runJobs();
        return id;
    }

    /** A whole audit, after connections have been recorded for long enough. */
    private AuditTask audit() {
        tell();
        if (broker.clock.instant().isBefore(recorder.since().plus(Duration.ofMinutes(5)))) {
            pass(Duration.ofMinutes(5));
        }
        return describe(startAudit());
    }

    private AuditTask describe(String id) {
        return audit.audits.describe(SCOPE, id);
    }

    private AuditFinding onlyFinding(AuditTask task, String check) {
        List<AuditFinding> found = list(new Question(task.id(), null, null, check, Map.of(), null));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<AuditFinding> findings(String check) {
        Instant now = audit.clock.instant();
        return list(new Question(null, now.minus(Duration.ofDays(30)), now, check, Map.of(), null));
    }

    private List<AuditFinding> list(Question question) {
        return audit.queries.list(SCOPE, question, PageRequest.first(100)).items();
    }

    private static RecurrenceRequest daily() {
        return new RecurrenceRequest(Frequency.DAILY, null, null);
    }

    private static String millis(Instant time) {
        return String.valueOf(time.toEpochMilli());
    }
}
