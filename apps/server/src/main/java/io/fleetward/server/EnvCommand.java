// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fleetward env}: prints what a shell must export for plain aws and MQTT clients to reach the server. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Prints shell exports for the server running on a data folder: eval \"$(fleetward env)\".",
        footer = {"", "Exit codes: 0 printed, 2 usage, 69 no server is running, 78 bad configuration."})
final class EnvCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Path folder = server.folder();
        Map<String, String> variables = ClientEnvironment.of(folder, DataFolder.served(folder), server.location());
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
