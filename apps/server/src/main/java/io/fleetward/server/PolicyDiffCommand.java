// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.offline.ComparisonFormat;
import io.fleetward.server.offline.PolicyComparison;
import io.fleetward.server.offline.PolicyFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleetward policy diff}: what a change of a policy changes, for any device and any request. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Tells what becomes allowed and what becomes denied, with a request for each change.",
        footer = {
            "",
            "Exit codes: 0 compared, 1 different (with --exit-code), 2 usage, 78 a file is no policy document."
        })
final class PolicyDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "OLD", description = "the policy document as it was")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "the policy document as it is to be")
    private Path after = Path.of("");

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "table or json (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_OUTPUT:-table}")
    private ComparisonFormat output = ComparisonFormat.TABLE;

    @Option(names = "--exit-code", description = "exit with 1 unless it is proved that nothing changes")
    private boolean exitCode;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PolicyComparison comparison = PolicyFiles.compared(Path.of(""), before, after, scope.scopes());
        spec.commandLine().getOut().print(output.write(comparison));
        spec.commandLine().getOut().flush();
        return exitCode && !comparison.isNone() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
