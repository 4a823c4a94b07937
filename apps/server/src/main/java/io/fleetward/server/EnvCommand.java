// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fleetward env}: prints what a shell must export for plain aws and MQTT clients to reach the server. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Prints shell exports for the server running on a data folder: eval \"$(fleetward env)\".",
        footer = {"", "Exit codes: 0 printed, 2 usage, 69 no server is running, 78 bad configuration."})
final class EnvCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data folder of the running server (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_DATA:-./data}")
    private Path data = Path.of("data");

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "the database the server was started with, when it is not the files in the data folder",
            defaultValue = "${env:FLEETWARD_DATABASE}")
    private @Nullable String database;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path folder = data.toAbsolutePath().normalize();
        Map<String, String> variables =
                ClientEnvironment.of(folder, DataFolder.served(folder), DatabaseUrl.locate(folder, database));
        PrintWriter out = spec.commandLine().getOut();
        variables.forEach((name, value) -> out.println("export " + name + "=" + quote(value)));
        out.flush();
        AwsCliVersion.warnIfTooOld(spec.commandLine().getErr());
        return ExitCode.OK;
    }

    private static String quote(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
