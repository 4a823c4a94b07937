// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.check.AuditChecks;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of the specification, with the checks that there are and the letters that it has for types of actions. */
class ApplicabilityTest {
    private static final Map<String, ActionType> LETTERS = Map.of(
            "P", ActionType.PUBLISH_FINDING_TO_SNS,
            "D", ActionType.UPDATE_DEVICE_CERTIFICATE,
            "C", ActionType.UPDATE_CA_CERTIFICATE,
            "G", ActionType.ADD_THINGS_TO_THING_GROUP,
            "R", ActionType.REPLACE_DEFAULT_POLICY_VERSION,
            "L", ActionType.ENABLE_IOT_LOGGING);

    @ParameterizedTest
    @CsvFileSource(resources = "applicability.csv", numLinesToSkip = 1)
    void allowsJustWhatTheTableAllows(String check, ResourceType resource, String letters) {
        Set<ActionType> expected =
                Stream.of(letters.split(" ")).map(LETTERS::get).collect(Collectors.toSet());

        assertThat(Applicability.toFindings(new CheckName(check), resource)).isEqualTo(expected);
    }

    @Test
    void allowsOnlyQuarantineForViolations() {
        assertThat(Applicability.toViolations()).containsExactly(ActionType.ADD_THINGS_TO_THING_GROUP);
    }

    @Test
    void coversEveryCheckThatIsBuilt() {
        AuditChecks.built()
                .all()
                .forEach(check -> assertThat(Applicability.toFindings(
                                check.description().name(), check.description().resourceType()))
                        .contains(ActionType.PUBLISH_FINDING_TO_SNS));
    }
}
