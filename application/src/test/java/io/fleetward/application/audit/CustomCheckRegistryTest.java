// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static io.fleetward.audit.custom.CustomChecksOfTests.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.application.audit.AuditFindingQueries.Question;
import io.fleetward.application.audit.CustomCheckRegistry.Wish;
import io.fleetward.application.audit.SuppressionRegistry.Subject;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.custom.CheckTemplates;
import io.fleetward.audit.custom.CustomCheckPatch;
import io.fleetward.audit.custom.FixedNeighbours;
import io.fleetward.audit.custom.Profile;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.schedule.RecurrenceRequest;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.audit.view.FixedView;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomCheckRegistryTest {
    private static final AccountRegion OTHER = AccountRegion.of("444455556666", "eu-west-1");
    private static final String PUMPS = "CUSTOM_PUMPS";
    private static final CheckName NAME = new CheckName(PUMPS);
    private static final String TEMPLATE = "CUSTOM_THING_WITHOUT_CERTIFICATE_CHECK";

    private final AuditRig rig = new AuditRig();

    @Test
    void keepsWhatItIsTold() {
        rig.custom.create(SCOPE, PUMPS, wish("thing.name == pump-1", null));

        CustomCheckRegistry.Shown shown = rig.custom.describe(SCOPE, PUMPS);
        assertThat(shown.kept().check().expression()).isEqualTo("thing.name == pump-1");
        assertThat(shown.kept().createdAt()).isEqualTo(rig.clock.instant());
        assertThat(shown.isEnabled()).isFalse();
        assertThat(rig.custom.list(SCOPE, PageRequest.first(5)).items()).containsExactly(shown);
        assertThat(rig.custom.list(OTHER, PageRequest.first(5)).items()).isEmpty();
        assertThat(rig.checks.of(SCOPE).names()).hasSize(18).endsWith(NAME);
        assertThat(rig.checks.of(OTHER)).isSameAs(AuditChecks.built());
    }

    @Test
    void createsTheSameAgainWithoutEffectAndNothingElseOfItsName() {
        rig.custom.create(SCOPE, PUMPS, wish("thing.name == pump-1", null));
        Instant created = rig.clock.instant();
        rig.clock.advance(Duration.ofMinutes(1));

        rig.custom.create(SCOPE, PUMPS, wish("thing.name == pump-1", null));

        assertThat(rig.custom.describe(SCOPE, PUMPS).kept().createdAt()).isEqualTo(created);
        assertRefused(
                IotError.RESOURCE_ALREADY_EXISTS,
                "already exists",
                () -> rig.custom.create(SCOPE, PUMPS, wish("thing.name == pump-2", null)));
    }

    @Test
    void refusesAnExpressionThatIsNotUnderstood() {
        assertRefused(
                IotError.INVALID_REQUEST,
                "expression: line 1, column 1: not understood: nonsense",
                () -> rig.custom.create(SCOPE, PUMPS, wish("nonsense", null)));
        assertRefused(
                IotError.INVALID_REQUEST,
                "checkName",
                () -> rig.custom.create(SCOPE, "LOGGING_DISABLED_CHECK", wish("thing.name == a", null)));
        assertRefused(
                IotError.INVALID_REQUEST,
                "checkName",
                () -> rig.custom.create(SCOPE, "", wish("thing.name == a", null)));
    }

    @Test
    void refusesMoreThanAnAccountMayHave() {
        for (int i = 0; i < CustomCheckRegistry.LIMIT; i++) {
            rig.custom.create(SCOPE, PUMPS + "_" + i, wish("thing.name == a", null));
        }

        assertRefused(
                IotError.LIMIT_EXCEEDED,
                "at most 100",
                () -> rig.custom.create(SCOPE, PUMPS, wish("thing.name == a", null)));
        rig.custom.create(OTHER, PUMPS, wish("thing.name == a", null));
    }

    @Test
    void makesAKnownTemplateIntoACheckAndNoOther() {
        // The language of the tests does not understand what templates say.
        var patch = patch("thing.name == a");
        rig.custom.create(SCOPE, PUMPS, new Wish(TEMPLATE, patch, null));

        assertThat(rig.custom.describe(SCOPE, PUMPS).kept().check().title()).isEqualTo("Pumps");
        assertRefused(
                IotError.INVALID_REQUEST,
                CheckTemplates.ALL.getFirst().name().value(),
                () -> rig.custom.create(SCOPE, PUMPS, new Wish("CUSTOM_UNKNOWN", patch, null)));
    }

    @Test
    void changesWhatIsGiven() {
        rig.custom.create(SCOPE, PUMPS, wish("thing.name == a", null));
        var louder = new CustomCheckPatch("Louder", null, null, null, null, null, null, null);

        rig.custom.update(SCOPE, PUMPS, new Wish(null, louder, null));

        assertThat(rig.custom.describe(SCOPE, PUMPS).kept().check().title()).isEqualTo("Louder");
        assertThat(rig.custom.describe(SCOPE, PUMPS).kept().check().expression())
                .isEqualTo("thing.name == a");
        assertRefused(
                IotError.RESOURCE_NOT_FOUND,
                "CUSTOM_OTHER",
                () -> rig.custom.update(SCOPE, "CUSTOM_OTHER", new Wish(null, louder, null)));
        assertRefused(IotError.RESOURCE_NOT_FOUND, PUMPS, () -> rig.custom.describe(OTHER, PUMPS));
    }

    @Test
    void cannotBeEnabledBeforeAuditsAreConfigured() {
        assertRefused(
                IotError.INVALID_REQUEST,
                "roleArn",
                () -> rig.custom.create(SCOPE, PUMPS, wish("thing.name == a", true)));
        assertRefused(IotError.RESOURCE_NOT_FOUND, PUMPS, () -> rig.custom.describe(SCOPE, PUMPS));
    }

    @Test
    void takesPartInAuditsLikeAnyOther() {
        configured("thing.name == pump-1");
        rig.view = FixedView.EMPTY.withLoggingOn().withProfiles(pump(1), pump(2));

        AuditTask task = rig.audit();

        assertThat(task.of(NAME)).isEqualTo(new CheckRun.Completed(2, 1, 0));
        assertThat(findings(PUMPS)).singleElement().satisfies(finding -> {
            assertThat(finding.resource().identifier()).isEqualTo(new ResourceIdentifier.ClientId("pump-1"));
            assertThat(finding.code().value()).isEqualTo("PUMP_FOUND");
            assertThat(finding.severity().name()).isEqualTo("MEDIUM");
        });
        assertThat(rig.lastById())
                .containsKeys(
                        "111122223333/CLIENT_ID/pump-1/CUSTOM_PUMPS/PUMP_FOUND",
                        "111122223333/ON_DEMAND_AUDIT_TASK/CUSTOM_PUMPS");
    }

    @Test
    void failsWithAReasonWhereItsExpressionCannotBeEvaluated() {
        configured("thing.name undecided");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));

        AuditTask task = rig.audit();

        assertThat(task.of(NAME)).isInstanceOfSatisfying(CheckRun.Failed.class, failed -> {
            assertThat(failed.message()).contains("pump-1: of tests");
            assertThat(failed.code()).isNull();
        });
        assertThat(task.of(new CheckName("LOGGING_DISABLED_CHECK"))).isInstanceOf(CheckRun.Completed.class);
    }

    @Test
    void isSuppressedLikeAnyOther() {
        configured("thing.name == pump-1");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));
        rig.suppressions.create(
                SCOPE,
                new Subject(PUMPS, Map.of("clientId", "pump-1")),
                new SuppressionTerm(null, true),
                null,
                "token");

        assertThat(rig.audit().of(NAME)).isEqualTo(new CheckRun.Completed(1, 1, 1));
    }

    @Test
    void isJudgedAtOnceWhenItsResourceChanges() {
        configured("thing.name == pump-1");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));

        rig.change(RegistryChange.Kind.THING, "pump-1");
        rig.runJobs();

        assertThat(rig.lastById()).containsKey("111122223333/CLIENT_ID/pump-1/CUSTOM_PUMPS/PUMP_FOUND");
        rig.view = FixedView.EMPTY;
        rig.change(RegistryChange.Kind.THING, "pump-1");
        rig.runJobs();
        assertThat(recordState("111122223333/CLIENT_ID/pump-1/CUSTOM_PUMPS/PUMP_FOUND"))
                .isEqualTo("ARCHIVED");
    }

    @Test
    void leavesWhatItFoundWhereAChangedResourceCannotBeJudged() {
        configured("thing.name == pump-1");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));
        rig.audit();
        rig.custom.update(SCOPE, PUMPS, new Wish(null, patch("thing.name undecided"), null));

        rig.change(RegistryChange.Kind.THING, "pump-1");
        rig.runJobs();

        assertThat(recordState("111122223333/CLIENT_ID/pump-1/CUSTOM_PUMPS/PUMP_FOUND"))
                .isEqualTo("ACTIVE");
    }

    @Test
    void isNotJudgedAtOnceByWhatDevicesDo() {
        configured("thing.isConnected == false");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));

        rig.change(RegistryChange.Kind.THING, "pump-1");

        assertThat(rig.jobs).isEmpty();
    }

    @Test
    void takesItsTracesAlongWhenItIsDeleted() {
        configured("thing.name == pump-1");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));
        rig.audit();
        rig.suppressions.create(
                SCOPE,
                new Subject(PUMPS, Map.of("clientId", "pump-9")),
                new SuppressionTerm(null, true),
                null,
                "token");

        rig.custom.delete(SCOPE, PUMPS);

        assertThat(recordState("111122223333/CLIENT_ID/pump-1/CUSTOM_PUMPS/PUMP_FOUND"))
                .isEqualTo("ARCHIVED");
        assertThat(rig.checks.of(SCOPE).names()).doesNotContain(NAME);
        assertThat(Objects.requireNonNull(rig.settings.describe(SCOPE)).checks())
                .doesNotContainKey(NAME);
        int kept = rig.store.transactions().read(tx -> rig.store.suppressions().count(tx, SCOPE));
        assertThat(kept).isZero();
        rig.custom.delete(SCOPE, PUMPS);
        // What was found stays on record.
        assertThat(findings(null))
                .anySatisfy(finding -> assertThat(finding.check()).isEqualTo(NAME));
    }

    @Test
    void staysWhileAScheduleListsIt() {
        configured("thing.name == pump-1");
        rig.schedules.create(
                SCOPE, "nightly", new RecurrenceRequest(Frequency.DAILY, null, null), List.of(PUMPS), Map.of());

        assertRefused(IotError.INVALID_REQUEST, "nightly", () -> rig.custom.delete(SCOPE, PUMPS));
        assertThat(rig.custom.describe(SCOPE, PUMPS).isEnabled()).isTrue();
    }

    @Test
    void endsAnAuditThatHadItYetToRun() {
        configured("thing.name == pump-1");
        String id = rig.startAll();
        rig.custom.delete(SCOPE, PUMPS);

        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, id).of(NAME))
                .isInstanceOfSatisfying(
                        CheckRun.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo(CheckRun.FailureCode.AUDIT_CHECK_DISABLED));
    }

    @Test
    void survivesARestart() {
        configured("thing.name == pump-1");
        rig.view = FixedView.EMPTY.withProfiles(pump(1));
        String id = rig.startAll();

        rig.restart();
        rig.runJobs();

        assertThat(rig.audits.describe(SCOPE, id).of(NAME)).isEqualTo(new CheckRun.Completed(1, 1, 0));
    }

    @Test
    void isTriedWithoutAnyConsequence() {
        rig.view = FixedView.EMPTY.withProfiles(pump(1), pump(2));

        var trial = rig.custom.test(SCOPE, PUMPS, wish("thing.typeName == pump", null), 1);

        assertThat(trial.judged()).isEqualTo(2);
        assertThat(trial.flagged()).isEqualTo(2);
        assertThat(trial.first()).hasSize(1);
        assertThat(trial.isComplete()).isTrue();
        assertThat(rig.hub).isEmpty();
        assertRefused(IotError.RESOURCE_NOT_FOUND, PUMPS, () -> rig.custom.test(SCOPE, PUMPS, 1));
        rig.custom.create(SCOPE, PUMPS, wish("thing.name == pump-2", null));
        assertThat(rig.custom.test(SCOPE, PUMPS, 1).flagged()).isEqualTo(1);
    }

    private void configured(String expression) {
        rig.custom.create(SCOPE, PUMPS, wish(expression, null));
        rig.settings.update(
                SCOPE, new ConfigurationPatch(AuditRig.ROLE, Map.of(), Map.of(PUMPS, new CheckPatch(true, Map.of()))));
        rig.enableAll();
        assertThat(rig.custom.describe(SCOPE, PUMPS).isEnabled()).isTrue();
    }

    private List<AuditFinding> findings(@Nullable String check) {
        var question =
                new Question(null, rig.clock.instant().minusSeconds(60), rig.clock.instant(), check, Map.of(), null);
        return rig.queries.list(SCOPE, question, PageRequest.first(50)).items();
    }

    private String recordState(String id) {
        return String.valueOf(Objects.requireNonNull(rig.lastById().get(id))
                .path("RecordState")
                .stringValue());
    }

    private static Profile pump(int number) {
        return thing("pump-" + number, FixedNeighbours.NONE);
    }

    private static Wish wish(String expression, @Nullable Boolean isEnabled) {
        return new Wish(null, patch(expression), isEnabled);
    }

    private static CustomCheckPatch patch(String expression) {
        return new CustomCheckPatch(
                "Pumps", "", "MEDIUM", "THING", expression, "PUMP_FOUND", "It is a pump.", "Remove it.");
    }

    private static void assertRefused(IotError error, String text, Runnable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(error))
                .withMessageContaining(text);
    }
}
