// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.ReportedFindings.FindingFilter;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RoleFacts;
import io.fleetward.kernel.PageRequest;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.ParseResult;
import io.fleetward.policy.document.PolicyDocument;
import io.fleetward.registry.role.RoleAlias;
import io.fleetward.registry.role.RoleAliasName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ContinuousAuditTest {
    private static final String OPEN = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String FAULT =
            "111122223333/IOT_POLICY/AllOpen/3/" + CHECK + "/ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS";
    private static final String ROLE = "arn:aws:iam::111122223333:role/fleet";
    private static final FixedView BROKEN = FixedView.EMPTY.withPolicy("AllOpen", OPEN);

    private final AuditRig rig = new AuditRig();

    @BeforeEach
    void enable() {
        rig.enableAll();
    }

    @Test
    void judgesAResourceAsSoonAsItChanges() {
        rig.view = BROKEN.withPolicy("Another", OPEN);
        policyChanged("AllOpen");

        assertThat(state(FAULT)).isEqualTo("ACTIVE");
        assertThat(document(FAULT).path("ProductFields").path("TaskType").stringValue())
                .isEqualTo("CONTINUOUS_AUDIT");
        assertThat(document(FAULT).path("Description").stringValue()).startsWith("Continuous audit found IOT_POLICY");
        assertThat(found(AuditTask.CONTINUOUS))
                .extracting(finding -> finding.resource().identifier().text())
                .as("of the changed policy and no other")
                .containsExactly("AllOpen:3");
    }

    @Test
    void withdrawsTheFaultAsSoonAsItIsMendedOrTheResourceIsGone() {
        rig.view = BROKEN;
        policyChanged("AllOpen");
        rig.clock.advance(Duration.ofSeconds(1));

        rig.view = FixedView.EMPTY;
        policyChanged("AllOpen");

        assertThat(state(FAULT)).isEqualTo("ARCHIVED");
        assertThat(found(AuditTask.CONTINUOUS)).isEmpty();
    }

    @Test
    void tellsTheFaultsOfLoggingAndCertificatesToo() {
        rig.change(RegistryChange.Kind.LOGGING, "111122223333");
        rig.runJobs();
        assertThat(found(AuditTask.CONTINUOUS))
                .extracting(AuditFinding::check)
                .containsExactly(new CheckName("LOGGING_DISABLED_CHECK"));

        rig.view = FixedView.EMPTY.withLoggingOn();
        rig.change(RegistryChange.Kind.LOGGING, "111122223333");
        rig.runJobs();
        assertThat(found(AuditTask.CONTINUOUS)).isEmpty();
    }

    @Test
    void judgesTheRoleBehindAnAliasThatChanges() {
        var alias = new RoleAlias(SCOPE, new RoleAliasName("fleet"), ROLE, 900, Instant.EPOCH, Instant.EPOCH);
        var role = new RoleFacts(ROLE, List.of(wide()), Map.of());
        rig.view = FixedView.EMPTY
                .withRoleAliases(alias)
                .withImportedRoles(new ImportedRoles(Map.of(ROLE, role), List.of()));
        rig.change(RegistryChange.Kind.ROLE_ALIAS, "fleet");
        rig.runJobs();

        assertThat(found(AuditTask.CONTINUOUS))
                .isNotEmpty()
                .allSatisfy(
                        finding -> assertThat(finding.resource().identifier().text())
                                .isEqualTo("arn:aws:iot:eu-west-1:111122223333:rolealias/fleet"));

        rig.view = FixedView.EMPTY;
        rig.change(RegistryChange.Kind.ROLE_ALIAS, "fleet");
        rig.runJobs();
        assertThat(found(AuditTask.CONTINUOUS)).isEmpty();
    }

    private static NamedPolicy wide() {
        return switch (PolicyDocument.parse(OPEN)) {
            case ParseResult.Parsed(PolicyDocument document) -> new NamedPolicy("own", "inline", document);
            case ParseResult.Malformed malformed -> throw new AssertionError(malformed.text());
        };
    }

    @Test
    void leavesTheFaultsOfOtherResourcesAlone() {
        rig.view = BROKEN.withPolicy("AllOpen2", OPEN);
        policyChanged("AllOpen2");
        policyChanged("AllOpen");
        rig.view = FixedView.EMPTY.withPolicy("AllOpen2", OPEN);
        policyChanged("AllOpen");

        assertThat(state(FAULT)).isEqualTo("ARCHIVED");
        assertThat(state(FAULT.replace("AllOpen", "AllOpen2"))).isEqualTo("ACTIVE");
        assertThat(found(AuditTask.CONTINUOUS)).hasSize(1);
    }

    @Test
    void givesWayToTheNextAuditWhichReportsTheSameFault() {
        rig.view = BROKEN;
        policyChanged("AllOpen");
        AuditTask task = rig.audit();

        assertThat(found(AuditTask.CONTINUOUS)).isEmpty();
        assertThat(found(task.id()))
                .extracting(finding -> finding.check().value())
                .contains(CHECK);
        assertThat(found(null))
                .filteredOn(finding -> finding.check().value().equals(CHECK))
                .hasSize(1);
        assertThat(state(FAULT)).isEqualTo("ACTIVE");
    }

    @Test
    void judgesOnceMoreWhatChangedWhileAnAuditRan() {
        String id = rig.startAll();
        Runnable audit = Objects.requireNonNull(rig.jobs.poll());
        rig.view = FixedView.EMPTY;
        policyChanged("AllOpen");
        assertThat(waiting()).as("put off until the audit is over").isEqualTo(1);

        rig.view = BROKEN;
        audit.run();
        rig.view = FixedView.EMPTY;
        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, id).isInProgress()).isFalse();
        assertThat(state(FAULT)).isEqualTo("ARCHIVED");
        assertThat(waiting()).isZero();
    }

    @Test
    void judgesWhatChangedOnceACancelledAuditIsOutOfTheWay() {
        String id = rig.startAll();
        rig.jobs.clear();
        policyChanged("AllOpen");
        assertThat(waiting()).as("put off until the audit is over").isEqualTo(1);

        rig.audits.cancel(SCOPE, id);
        rig.runJobs();

        assertThat(waiting()).isZero();
    }

    @Test
    void forgetsNothingWhenTheProcessDies() {
        rig.view = BROKEN;
        rig.change(RegistryChange.Kind.POLICY, "AllOpen");
        rig.restart();
        rig.runJobs();

        assertThat(state(FAULT)).isEqualTo("ACTIVE");
    }

    @Test
    void judgesNothingThatNobodyAskedFor() {
        var without = new AuditRig();
        without.view = BROKEN;
        without.change(RegistryChange.Kind.POLICY, "AllOpen");
        assertThat(without.jobs).as("no audit configuration").isEmpty();

        rig.view = BROKEN;
        rig.continuous.setOn(SCOPE, false);
        policyChanged("AllOpen");
        assertThat(rig.hub).as("turned off").isEmpty();

        rig.continuous.setOn(SCOPE, true);
        policyChanged("AllOpen");
        assertThat(state(FAULT)).isEqualTo("ACTIVE");
    }

    @Test
    void tellsTheHubNothingWhileItDoesNotListen() {
        rig.isHeard = false;
        rig.view = BROKEN;
        policyChanged("AllOpen");

        assertThat(rig.hub).isEmpty();
        assertThat(found(AuditTask.CONTINUOUS)).hasSize(1);
    }

    @Test
    void followsSuppressionsAsTheyComeAndGo() {
        rig.view = BROKEN;
        policyChanged("AllOpen");
        var subject = new SuppressionRegistry.Subject(CHECK, Map.of("policyName", "AllOpen", "policyVersionId", "3"));
        Instant end = rig.clock.instant().plus(Duration.ofDays(1));

        rig.suppressions.create(SCOPE, subject, new SuppressionTerm(end, null), null, "token");
        rig.runJobs();
        assertThat(state(FAULT)).isEqualTo("ARCHIVED");
        assertThat(found(AuditTask.CONTINUOUS))
                .extracting(AuditFinding::isSuppressed)
                .containsExactly(true);

        rig.suppressions.delete(SCOPE, subject);
        rig.runJobs();
        assertThat(state(FAULT)).isEqualTo("ACTIVE");

        rig.suppressions.create(SCOPE, subject, new SuppressionTerm(end, null), null, "token-2");
        rig.runJobs();
        rig.clock.advance(Duration.ofDays(2));
        new AuditRetention(rig.store, rig.continuous, rig.timers, rig.clock).start();
        rig.runJobs();
        assertThat(state(FAULT)).as("expired").isEqualTo("ACTIVE");
    }

    private void policyChanged(String name) {
        rig.change(RegistryChange.Kind.POLICY, name);
        rig.runJobs();
    }

    private int waiting() {
        return rig.store
                .transactions()
                .read(tx -> rig.store.changes().waiting(tx, SCOPE, true, 100))
                .size();
    }

    private List<AuditFinding> found(@Nullable String taskId) {
        var filter = new FindingFilter(taskId, Instant.EPOCH, null, null, Map.of(), null);
        return rig.store
                .transactions()
                .read(tx -> rig.store.findings().list(tx, SCOPE, filter, PageRequest.first(100)))
                .items();
    }

    private @Nullable String state(String id) {
        return document(id).path("RecordState").stringValue();
    }

    private ObjectNode document(String id) {
        return Objects.requireNonNull(rig.lastById().get(id), id);
    }
}
