// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.agent.CredentialsFolder;
import io.fleetward.server.agent.Enrollment;
import io.fleetward.server.client.ServiceCalls;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fleetward agent enroll}: makes the credentials of one device and says how to install them. */
@Command(
        name = "enroll",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Creates thing, certificate and least-privilege policy of a device that runs our agent.",
        footer = {
            "",
            "Exit codes: 0 enrolled, 1 refused by the server, 2 usage, 69 no server is running, 78 bad configuration."
        })
final class AgentEnrollCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9:_-]{1,128}");
    private static final int REFUSED = 1;

    @Parameters(paramLabel = "THING", description = "name of the device")
    private String thing = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--output", paramLabel = "DIR", description = "new folder for the credentials (default: ./THING)")
    private @Nullable Path output;

    @Option(
            names = "--endpoint",
            paramLabel = "HOST",
            description = "name by which the device reaches the server (default: the server's first --host)")
    private @Nullable String endpoint;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (!NAME.matcher(thing).matches()) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "THING must be 1 to 128 letters, digits, colons, underscores and hyphens: " + thing);
        }
        RunFile run = DataFolder.served(server.folder());
        Path credentials = output == null ? Path.of(thing) : output;
        try (ServiceCalls iot = server.calls("iot")) {
            enroll(new Enrollment(iot), run, create(credentials));
        } catch (Enrollment.Refused refused) {
            throw new CommandFailed(REFUSED, refused.text());
        }
        explain(credentials);
        return ExitCode.OK;
    }

    private void enroll(Enrollment enrollment, RunFile run, CredentialsFolder folder)
            throws IOException, InterruptedException, Enrollment.Refused {
        boolean isDone = false;
        try {
            Enrollment.Keys keys = enrollment.prepare(thing);
            String host = endpoint == null ? run.host() : endpoint;
            folder.write(
                    new CredentialsFolder.Endpoint(thing, host, run.mqttPort()),
                    keys,
                    Files.readString(Path.of(run.caFile())));
            enrollment.activate(keys);
            isDone = true;
        } finally {
            if (!isDone) {
                folder.discard();
            }
        }
    }

    private void explain(Path credentials) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(thing + " may report with the credentials in " + credentials + ". Try them here:");
        out.println("  fleetward agent run --credentials " + credentials + " --once");
        out.println("Or copy them, apps/agent/target/fleetward-agent.jar and"
                + " apps/agent/src/main/systemd/fleetward-agent.service to the device, and there as root:");
        out.println("  install -d -m 700 /etc/fleetward-agent && install -m 600 " + credentials
                + "/* /etc/fleetward-agent && install -D -m 644 fleetward-agent.jar"
                + " /usr/lib/fleetward-agent/fleetward-agent.jar && install -m 644 fleetward-agent.service"
                + " /etc/systemd/system && systemctl enable --now fleetward-agent");
        out.flush();
    }

    private static CredentialsFolder create(Path path) throws IOException {
        try {
            return CredentialsFolder.create(path);
        } catch (FileAlreadyExistsException there) {
            throw new CommandFailed(ExitCode.CONFIGURATION, "--output " + path + ": exists already");
        }
    }
}
