// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.check.Roles.ROLE;
import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.FixedView;
import io.fleetward.audit.view.IdentityPool;
import io.fleetward.audit.view.ImportedRoles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class UnauthenticatedCognitoRoleOverlyPermissiveCheckTest {
    private static final String POOL = "eu-west-1:00000000-0000-4000-8000-000000000001";

    private final UnauthenticatedCognitoRoleOverlyPermissiveCheck check =
            new UnauthenticatedCognitoRoleOverlyPermissiveCheck();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "cognito-roles.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 8192)
    void tellsWhatTheRoleAllowsTooMuch(
            String id,
            String statements,
            @Nullable String unauthenticated,
            @Nullable String authenticated,
            String source) {
        CheckResult result = inspect(new IdentityPool(POOL, null, ROLE), statements);

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(Roles.codes(result))
                .as(id + ": " + source)
                .isEqualTo(Objects.requireNonNullElse(unauthenticated, ""));
    }

    @Test
    void namesThePoolTheRoleAndWhatItAllows() {
        String statements = "[{\"Effect\":\"Allow\",\"Action\":[\"iot:UpdateThing\",\"iot:DescribeThing\"],"
                + "\"Resource\":\"ARN:thing/a1\"}]";

        NonCompliance fault = inspect(new IdentityPool(POOL, null, ROLE), statements)
                .nonCompliances()
                .getFirst();

        assertThat(fault.resource()).isEqualTo(AuditedResource.of(new ResourceIdentifier.CognitoIdentityPool(POOL)));
        assertThat(fault.related())
                .containsExactly(new AuditedResource(
                        new ResourceIdentifier.IamRole(ROLE), Map.of("ROLE_TYPE", "UNAUTHENTICATED")));
        assertThat(fault.reason()).isEqualTo("Role allows administration: [iot:UpdateThing, iot:DescribeThing].");
    }

    @Test
    void countsPoolsWithoutSuchARoleAsCompliant() {
        String everything = "[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]";

        assertThat(inspect(new IdentityPool(POOL, ROLE, null), everything)).isEqualTo(new CheckResult(1, List.of()));
        assertThat(check.inspect(FixedView.EMPTY, CheckSettings.DEFAULTS, NOW))
                .isEqualTo(new CheckResult(0, List.of()));
    }

    private CheckResult inspect(IdentityPool pool, String statements) {
        var imported = new ImportedRoles(Map.of(ROLE, Roles.role(statements, null)), List.of(pool));
        return check.inspect(FixedView.EMPTY.withImportedRoles(imported), CheckSettings.DEFAULTS, NOW);
    }
}
