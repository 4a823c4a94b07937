// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

    @ParameterizedTest
    @CsvSource({
        "iot:ListAuditFindings, true, true",
        "securityhub:GetFindings, true, true",
        "fleetward:PutView, true, true",
        "iot:StartOnDemandAuditTask, true, false",
        "iot:DeleteScheduledAudit, true, false",
        "iot:UpdateAccountAuditConfiguration, false, false",
        "iot:StartAuditMitigationActionsTask, false, false",
        "securityhub:BatchUpdateFindings, false, false",
        "iot:CreateThing, false, true",
        "iot:CreateKeysAndCertificate, false, true",
        "iot:AttachPolicy, false, true",
        "iot:SetDefaultPolicyVersion, false, true",
        "iot:Publish, false, true",
        "iot:Connect, false, true",
        "iot:UpdateThingShadow, false, true",
        "iot:CreateSecurityProfile, false, false",
        "iot:TransferCertificate, false, false",
        "iot:CreateRoleAlias, false, false",
        "events:PutEvents, false, false",
        "securityhub:BatchImportFindings, false, false",
        "securityhub:CreateConfigurationPolicy, false, false",
        "fleetward:ListUsers, false, false"
    })
    void givesAuditorsAndDeviceAdministratorsTheirPart(String action, boolean auditor, boolean deviceAdministrator) {
        assertThat(RolePermissions.allows(Role.AUDITOR, action)).isEqualTo(auditor);
        assertThat(RolePermissions.allows(Role.DEVICE_ADMIN, action)).isEqualTo(deviceAdministrator);
    }

    @Test
    void addsWhatSeveralRolesAllow() {
        Set<Role> both = Set.of(Role.AUDITOR, Role.DEVICE_ADMIN);
        assertThat(RolePermissions.allows(both, "iot:StartOnDemandAuditTask")).isTrue();
        assertThat(RolePermissions.allows(both, "iot:CreateThing")).isTrue();
        assertThat(RolePermissions.allows(both, "iot:CreateSecurityProfile")).isFalse();
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
