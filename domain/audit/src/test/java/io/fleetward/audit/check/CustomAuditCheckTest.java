// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.custom.CustomChecksOfTests.certificate;
import static io.fleetward.audit.custom.CustomChecksOfTests.check;
import static io.fleetward.audit.custom.CustomChecksOfTests.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CustomAuditCheck.TrialLimits;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.audit.custom.EqualityLanguage;
import io.fleetward.audit.custom.FixedNeighbours;
import io.fleetward.audit.custom.SubjectType;
import io.fleetward.audit.view.FixedView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomAuditCheckTest {
    private static final FixedNeighbours AROUND = FixedNeighbours.NONE;
    private static final FixedView THREE_THINGS = FixedView.EMPTY.withProfiles(
            thing("pump-1", AROUND), thing("pump-2", AROUND), thing("valve-1", AROUND), certificate("a", AROUND));

    @Test
    void describesItselfByItsDefinition() {
        CheckDescription described = made(SubjectType.DEVICE_CERTIFICATE, "certificate.status == ACTIVE")
                .description();

        assertThat(described.name().value()).isEqualTo("CUSTOM_SAMPLE");
        assertThat(described.severity()).isEqualTo(Severity.HIGH);
        assertThat(described.resourceType()).isEqualTo(ResourceType.DEVICE_CERTIFICATE);
        assertThat(described.settings()).isEmpty();
    }

    @Test
    void flagsTheResourcesForWhichItHolds() {
        CheckResult result = inspect(made(SubjectType.THING, "thing.name == pump-2"));

        assertThat(result.totalResources()).isEqualTo(3);
        assertThat(result.nonCompliances()).singleElement().satisfies(fault -> {
            assertThat(fault.resource().identifier()).isEqualTo(new ResourceIdentifier.ClientId("pump-2"));
            assertThat(fault.resource().additionalInfo()).isEqualTo(Map.of("thing.name", "pump-2"));
            assertThat(fault.code().value()).isEqualTo("SAMPLE_FAULT");
            assertThat(fault.reason()).isEqualTo("It is faulty.");
            assertThat(fault.related()).isEmpty();
        });
    }

    @Test
    void isCompliantWhereNothingIsFlagged() {
        assertThat(inspect(made(SubjectType.THING, "thing.name == none")).nonCompliances())
                .isEmpty();
    }

    @Test
    void shortensTheFactsThatAFindingShows() {
        String all = "x".repeat(128);
        var around = AROUND.withThings(all, all, all);
        var check = made(SubjectType.DEVICE_CERTIFICATE, "certificate.thingNames == " + List.of(all, all, all));

        CheckResult result = check.inspect(
                FixedView.EMPTY.withProfiles(certificate("a", around)), CheckSettings.DEFAULTS, Instant.EPOCH);

        assertThat(result.nonCompliances().getFirst().resource().additionalInfo())
                .hasEntrySatisfying(
                        "certificate.thingNames",
                        shown -> assertThat(shown).hasSize(256).endsWith("…"));
    }

    @Test
    void failsAsAWholeWhereAResourceCannotBeJudged() {
        assertThatExceptionOfType(UndecidedCheckException.class)
                .isThrownBy(() -> inspect(made(SubjectType.THING, "thing.name undecided")))
                .withMessage("The expression cannot be evaluated for THING pump-1: of tests");
    }

    @Test
    void failsWhenItsExpressionIsNotUnderstood() {
        assertThatExceptionOfType(UndecidedCheckException.class)
                .isThrownBy(() -> inspect(made(SubjectType.THING, "nonsense")))
                .withMessageContaining("line 1, column 1: not understood: nonsense");
    }

    @Test
    void triesItselfWithoutConsequence() {
        var check = made(SubjectType.THING, "thing.typeName == pump");

        assertThat(check.rehearse(THREE_THINGS, Instant.EPOCH, new TrialLimits(10, 2)))
                .satisfies(trial -> {
                    assertThat(trial.judged()).isEqualTo(3);
                    assertThat(trial.flagged()).isEqualTo(3);
                    assertThat(trial.first()).hasSize(2);
                    assertThat(trial.isComplete()).isTrue();
                    assertThat(trial.fault()).isNull();
                });
        assertThat(check.rehearse(THREE_THINGS, Instant.EPOCH, new TrialLimits(2, 2)))
                .satisfies(trial -> {
                    assertThat(trial.judged()).isEqualTo(2);
                    assertThat(trial.isComplete()).isFalse();
                });
        assertThat(check.rehearse(THREE_THINGS, Instant.EPOCH, new TrialLimits(3, 0))
                        .isComplete())
                .isTrue();
    }

    @Test
    void saysWhyATrialEndedEarly() {
        assertThat(made(SubjectType.THING, "thing.name undecided")
                        .rehearse(THREE_THINGS, Instant.EPOCH, new TrialLimits(10, 10)))
                .satisfies(trial -> {
                    assertThat(trial.fault()).contains("pump-1: of tests");
                    assertThat(trial.isComplete()).isFalse();
                    assertThat(trial.judged()).isZero();
                });
    }

    @Test
    void knowsWhatItsFactsDependOn() {
        var own = made(SubjectType.THING, "thing.name == a");
        var related = made(SubjectType.THING, "thing.groupNames == a");
        var active = made(SubjectType.THING, "thing.isConnected == true");

        assertThat(own.needsOnlyTheResource()).isTrue();
        assertThat(own.judgesConfiguration()).isTrue();
        assertThat(related.needsOnlyTheResource()).isFalse();
        assertThat(related.judgesConfiguration()).isTrue();
        assertThat(related.readsConnections()).isFalse();
        assertThat(active.needsOnlyTheResource()).isFalse();
        assertThat(active.judgesConfiguration()).isFalse();
        assertThat(active.readsConnections()).isTrue();
        assertThat(made(SubjectType.THING, "nonsense").readsConnections()).isFalse();
    }

    @Test
    void followsTheBuiltChecksInAnAccountsCatalogue() {
        CustomCheck own = check(SubjectType.THING, "thing.name == a");
        AuditChecks all = AuditChecks.built().with(List.of(own), new EqualityLanguage());

        assertThat(all.names()).hasSize(AuditChecks.built().names().size() + 1).endsWith(own.name());
        assertThat(all.find(own.name()))
                .isInstanceOfSatisfying(
                        CustomAuditCheck.class,
                        found -> assertThat(found.definition()).isEqualTo(own));
        assertThat(AuditChecks.built().with(List.of(), new EqualityLanguage())).isSameAs(AuditChecks.built());
    }

    private static CheckResult inspect(CustomAuditCheck check) {
        return check.inspect(THREE_THINGS, CheckSettings.DEFAULTS, Instant.EPOCH);
    }

    private static CustomAuditCheck made(SubjectType subject, String expression) {
        return new CustomAuditCheck(check(subject, expression), new EqualityLanguage().compile(subject, expression));
    }
}
