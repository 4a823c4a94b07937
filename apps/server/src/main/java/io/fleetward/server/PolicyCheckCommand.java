// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.offline.Inspection;
import io.fleetward.server.offline.PolicyFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fleetward policy check}: both checks of policies over documents in files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Looks for permissive and misconfigured policies in files, and shows a request for each fault.",
        footer = {
            "",
            "Every option may also be set by a variable: --fail-on by FLEETWARD_FAIL_ON, and so on.",
            "Exit codes: 0 nothing found, 1 findings, 2 usage, 78 a file is no policy document."
        })
final class PolicyCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "policy documents, one in each file")
    private List<Path> files = List.of();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Override
    public Integer call() throws Exception {
        var inventory = PolicyFiles.inspected(Path.of(""), files, scope.scopes());
        return report.report(Inspection.of(inventory, Instant.now()));
    }
}
