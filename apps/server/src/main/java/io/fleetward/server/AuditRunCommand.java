// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.expression.CelPredicates;
import io.fleetward.pki.DirectoryRevocationLists;
import io.fleetward.pki.X509CertificateParser;
import io.fleetward.server.offline.AuditFolder;
import io.fleetward.server.offline.Inspection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleetward audit run}: every check that needs no more than files, over a folder. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Audits policies, certificates and settings that lie in a folder.",
        footer = {
            "",
            "The folder holds, as far as there are any:",
            "  policies/*.json             policy documents",
            "  certificates/*.pem          device certificates",
            "  ca-certificates/*.pem       CA certificates",
            "  crls/*.crl, crls/*.pem      revocation lists that those CAs signed",
            "  checks/*.json               custom checks, as: aws fleetward list-audit-checks",
            "  logging.json                from: aws iot get-v2-logging-options",
            "  audit-configuration.json    from: aws iot describe-account-audit-configuration",
            "",
            "Every option may also be set by a variable: --fail-on by FLEETWARD_FAIL_ON, and so on.",
            "Exit codes: 0 nothing found, 1 findings, 2 usage, 78 a file is not what it should be."
        })
final class AuditRunCommand implements Callable<Integer> {
    @Option(names = "--offline", required = true, paramLabel = "DIR", description = "the folder")
    private Path folder = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws Exception {
        var reading = new AuditFolder.Reading(
                new X509CertificateParser(), DirectoryRevocationLists::new, new CelPredicates());
        var inventory = AuditFolder.read(folder, reading, scope.scopes());
        inventory.notRun().forEach(spec.commandLine().getErr()::println);
        return report.report(Inspection.of(inventory, Instant.now()));
    }
}
