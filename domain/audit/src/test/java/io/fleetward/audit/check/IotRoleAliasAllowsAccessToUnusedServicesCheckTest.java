// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.check.Roles.ROLE;
import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RoleFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class IotRoleAliasAllowsAccessToUnusedServicesCheckTest {
    private final IotRoleAliasAllowsAccessToUnusedServicesCheck check =
            new IotRoleAliasAllowsAccessToUnusedServicesCheck();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "role-aliases.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void namesTheServices(
            String id,
            String statements,
            @Nullable String used,
            @Nullable String codes,
            @Nullable String unused,
            String source) {
        CheckResult result = inspect(Roles.role(statements, Roles.used(used)));

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances())
                .as(id + ": " + source)
                .extracting(NonCompliance::reason)
                .isEqualTo(
                        unused == null
                                ? List.of()
                                : List.of("Role allows access to services that it has not used for a year: [" + unused
                                        + "]."));
        assertThat(result.nonCompliances())
                .allSatisfy(fault ->
                        assertThat(fault.code()).isEqualTo(new ReasonCode("ALLOWS_ACCESS_TO_UNUSED_SERVICES")));
    }

    @Test
    void isCompliantWithoutRoleAliases() {
        assertThat(check.inspect(FixedView.EMPTY, CheckSettings.DEFAULTS, NOW))
                .isEqualTo(new CheckResult(0, List.of()));
    }

    private CheckResult inspect(RoleFacts role) {
        return check.inspect(
                FixedView.EMPTY
                        .withRoleAliases(Roles.alias("fleet", ROLE))
                        .withImportedRoles(new ImportedRoles(Map.of(ROLE, role), List.of())),
                CheckSettings.DEFAULTS,
                NOW);
    }
}
