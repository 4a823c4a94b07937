// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.check.Roles.ROLE;
import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.audit.view.RoleFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class IotRoleAliasOverlyPermissiveCheckTest {
    private final IotRoleAliasOverlyPermissiveCheck check = new IotRoleAliasOverlyPermissiveCheck();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "role-aliases.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsWhatTheRoleAllowsTooMuch(
            String id,
            String statements,
            @Nullable String used,
            @Nullable String codes,
            @Nullable String unused,
            String source) {
        CheckResult result = inspect(Roles.role(statements, Roles.used(used)));

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(Roles.codes(result)).as(id + ": " + source).isEqualTo(Objects.requireNonNullElse(codes, ""));
    }

    @Test
    void namesTheAliasTheRoleAndWhatItAllows() {
        CheckResult result = inspect(Roles.role(
                "[{\"Effect\":\"Allow\",\"Action\":[\"iot:DeleteThing\",\"iot:UpdateThing\"],\"Resource\":\"*\"}]",
                null));

        NonCompliance fault = result.nonCompliances().getFirst();
        assertThat(fault.resource())
                .isEqualTo(AuditedResource.of(
                        new ResourceIdentifier.RoleAlias("arn:aws:iot:eu-west-1:111122223333:rolealias/fleet")));
        assertThat(fault.related()).containsExactly(AuditedResource.of(new ResourceIdentifier.IamRole(ROLE)));
        assertThat(fault.reason())
                .isEqualTo("Role allows administration of things: [iot:DeleteThing, iot:UpdateThing].");
    }

    @Test
    void forgetsUsesThatAreOverAYearOld() {
        String everything = "[{\"Effect\":\"Allow\",\"Action\":[\"s3:*\",\"sqs:*\"],\"Resource\":\"*\"}]";
        Instant yearAgo = NOW.minus(Duration.ofDays(365));

        CheckResult result = inspect(Roles.role(everything, Map.of("s3", yearAgo, "sqs", yearAgo.minusMillis(1))));

        assertThat(result.nonCompliances())
                .singleElement()
                .extracting(NonCompliance::reason)
                .isEqualTo("Role allows everything in services that it uses: [s3].");
    }

    @Test
    void passesOverAliasesWhoseRoleIsNotKnown() {
        CheckResult result =
                check.inspect(FixedView.EMPTY.withRoleAliases(Roles.alias("fleet", ROLE)), CheckSettings.DEFAULTS, NOW);

        assertThat(result).isEqualTo(new CheckResult(0, List.of()));
    }

    private CheckResult inspect(RoleFacts role) {
        return check.inspect(
                FixedView.EMPTY
                        .withRoleAliases(Roles.alias("fleet", ROLE), Roles.alias("other", ROLE + "-unknown"))
                        .withImportedRoles(new ImportedRoles(Map.of(ROLE, role), List.of())),
                CheckSettings.DEFAULTS,
                NOW);
    }
}
