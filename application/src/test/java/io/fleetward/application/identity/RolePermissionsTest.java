// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class RolePermissionsTest {
    /** From the least to the most powerful. */
    private static final List<Role> LADDER = List.of(Role.READ_ONLY, Role.ANALYST, Role.OPERATOR, Role.ADMINISTRATOR);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/identity/actions.csv", numLinesToSkip = 1)
    void allowsEachActionFromItsLeastRoleUpwards(String action, String leastRole, String log, String reason) {
        Role least = Role.named(leastRole);
        for (Role role : LADDER) {
            assertThat(RolePermissions.allows(role, action))
                    .as("%s may %s (%s)", role, action, reason)
                    .isEqualTo(least != null && LADDER.indexOf(role) >= LADDER.indexOf(least));
        }
        ActionKind kind = ActionKinds.of(action);
        assertThat(kind != null && kind.isRecorded()).as(action).isEqualTo(log.equals("recorded"));
    }

    @Test
    void leavesAVerbNobodySortedToAdministrators() {
        assertThat(RolePermissions.allows(Role.OPERATOR, "iot:FrobnicateThing")).isFalse();
        assertThat(RolePermissions.allows(Role.ADMINISTRATOR, "iot:FrobnicateThing"))
                .isTrue();
        assertThat(RolePermissions.allows(Role.OPERATOR, "sts:StartToken")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "iot:CreateThing, true",
        "iot:GetPolicy, true",
        "iot:TransferCertificate, true",
        "sts:GetCallerIdentity, true",
        "iot:FrobnicateThing, false",
        "sts:StartToken, false",
        "s3:GetObject, false"
    })
    void tellsWhatWasSortedFromWhatIsLeftOver(String action, boolean isSorted) {
        assertThat(ActionKinds.isSorted(action)).isEqualTo(isSorted);
    }
}
