// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import static io.fleetward.audit.custom.CustomChecksOfTests.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.Severity;
import io.fleetward.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomCheckPatchTest {
    private static final CustomCheck KNOWN = CustomChecksOfTests.check(SubjectType.THING, "true");
    private static final CustomCheckPatch NOTHING =
            new CustomCheckPatch(null, null, null, null, null, null, null, null);

    @Test
    void makesAWholeCheck() {
        var patch = new CustomCheckPatch(
                "Sample", "What it is for.", "HIGH", "THING", "true", "SAMPLE_FAULT", "It is faulty.", "Mend it.");

        assertThat(patch.applyTo(NAME, null)).isEqualTo(new CustomCheckPatch.Outcome.Changed(KNOWN));
    }

    @Test
    void saysEverythingThatIsMissing() {
        assertThat(problems(NOTHING, NAME, null))
                .extracting(Problem::where)
                .containsExactlyInAnyOrder("title", "expression", "reasonCode", "reason", "severity", "resourceType");
    }

    @Test
    void leavesWhatItDoesNotName() {
        assertThat(NOTHING.applyTo(NAME, KNOWN)).isEqualTo(new CustomCheckPatch.Outcome.Changed(KNOWN));
        var louder = new CustomCheckPatch(null, "", "CRITICAL", null, "false", null, null, null);

        assertThat(louder.applyTo(NAME, KNOWN))
                .isInstanceOfSatisfying(CustomCheckPatch.Outcome.Changed.class, changed -> {
                    assertThat(changed.check().severity()).isEqualTo(Severity.CRITICAL);
                    assertThat(changed.check().description()).isEmpty();
                    assertThat(changed.check().expression()).isEqualTo("false");
                    assertThat(changed.check().title()).isEqualTo(KNOWN.title());
                });
    }

    @Test
    void refusesAnotherTypeOfResource() {
        var moved = new CustomCheckPatch(null, null, null, "IOT_POLICY", null, null, null, null);

        assertThat(problems(moved, NAME, KNOWN)).extracting(Problem::where).containsExactly("resourceType");
    }

    @Test
    void refusesUnknownWords() {
        var odd = new CustomCheckPatch(null, null, "LOUD", "SHOE", null, null, null, null);

        assertThat(problems(odd, NAME, KNOWN))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "severity: must be one of [CRITICAL, HIGH, MEDIUM, LOW]",
                        "resourceType: must be one of [THING, DEVICE_CERTIFICATE, CA_CERTIFICATE, IOT_POLICY, "
                                + "ACCOUNT_SETTINGS]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUSTOM_", "LOGGING_DISABLED_CHECK", "CUSTOM_a", "CUSTOM_A-B", "custom_A"})
    void refusesNamesThatAreNotThoseOfCustomChecks(String name) {
        assertThat(problems(NOTHING, new CheckName(name), KNOWN))
                .extracting(Problem::where)
                .containsExactly("checkName");
    }

    @Test
    void acceptsNamesOfUpTo128Characters() {
        assertThat(NOTHING.applyTo(new CheckName("CUSTOM_" + "A".repeat(121)), KNOWN))
                .isInstanceOf(CustomCheckPatch.Outcome.Changed.class);
        assertThat(problems(NOTHING, new CheckName("CUSTOM_" + "A".repeat(122)), KNOWN))
                .hasSize(1);
    }

    @Test
    void refusesTextsThatAreTooLongOrMissing() {
        var patch = new CustomCheckPatch(
                "t".repeat(101), "d".repeat(1001), null, null, "e".repeat(2049), "a b", "", "r".repeat(1001));

        assertThat(problems(patch, NAME, KNOWN))
                .extracting(Problem::where)
                .containsExactlyInAnyOrder("title", "description", "expression", "reasonCode", "reason", "remediation");
    }

    private static List<Problem> problems(CustomCheckPatch patch, CheckName name, @Nullable CustomCheck current) {
        return ((CustomCheckPatch.Outcome.Refused) patch.applyTo(name, current)).problems();
    }
}
