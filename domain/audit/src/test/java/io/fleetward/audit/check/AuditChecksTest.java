// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.testkit.GoldenFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AuditChecksTest {
    private final AuditChecks checks = AuditChecks.built();

    @Test
    void findsEachCheckByItsName() {
        assertThat(checks.all())
                .hasSize(17)
                .allSatisfy(check ->
                        assertThat(checks.find(check.description().name())).isSameAs(check));
        assertThat(checks.find(new CheckName("REVOKED_CA_CERT_CHECK"))).isNull();
    }

    @Test
    void areDescribedOnTheReferencePage() {
        GoldenFile.inDocs("reference/audit-checks.md").holds(page());
    }

    private String page() {
        var page = new StringBuilder("""
                # Audit checks

                Generated from the catalogue of checks; `mvn test -pl domain/audit -Dfleetward.update=true` writes it anew.

                A check that is not listed here is not built: naming it in a request is an `InvalidRequestException`.
                Every check is disabled until `UpdateAccountAuditConfiguration` enables it.

                | Check | Finds | Severity | Resource type | Reason codes | Settings |
                |---|---|---|---|---|---|
                """);
        checks.all().forEach(check -> page.append(row(check.description())));
        return page.toString();
    }

    private static String row(CheckDescription check) {
        String codes =
                check.reasonCodes().stream().map(code -> "`" + code + "`").collect(Collectors.joining("<br>"));
        String settings = check.settings().stream()
                .map(setting -> "`%s` %d to %d, default %d"
                        .formatted(setting.name(), setting.min(), setting.max(), setting.defaultValue()))
                .collect(Collectors.joining("<br>"));
        return "| `%s` | %s | %s | `%s` | %s | %s |%n"
                .formatted(check.name(), check.title(), check.severity(), check.resourceType(), codes, settings)
                .replace(System.lineSeparator(), "\n");
    }
}
