// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code fleetward up}: starts everything in the foreground until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Starts everything in the foreground; Ctrl-C stops it cleanly.",
        footer = {
            "",
            "Every option may also be set by a variable: --http-port by FLEETWARD_HTTP_PORT, and so on.",
            "Exit codes: 0 stopped cleanly, 2 usage, 70 internal error, 75 retry later, 78 bad configuration."
        })
final class UpCommand implements Callable<Integer> {
    @Mixin
    private UpOptions options = new UpOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Settings settings = Settings.of(options);
        try (var foreground = Foreground.enter()) {
            try (var data = DataFolder.open(settings.data());
                    var server = Server.start(settings)) {
                server.runFile().write(data.path());
                greet(server);
                server.afterReady(spec.commandLine().getOut());
                foreground.awaitEnd();
            }
            foreground.endedCleanly();
        }
        return ExitCode.OK;
    }

    private void greet(Server server) {
        PrintWriter out = spec.commandLine().getOut();
        server.greeting().forEach(out::println);
        long millis = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        out.println("fleetward ready in " + millis + " ms");
        out.flush();
    }
}
