// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program and its commands. */
@Command(
        name = "fleetward",
        description = "Guards a fleet of IoT devices; speaks the AWS wire protocols.",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        subcommands = {
            UpCommand.class,
            EnvCommand.class,
            PolicyCommand.class,
            AuditCommand.class,
            AgentCommand.class,
            DetectCommand.class,
            FindingsCommand.class
        })
public final class Fleetward {
    private static final String LEAK_DETECTION = "io.netty.leakDetection.level";

    private Fleetward() {}

    public static void main(String[] args) {
        // The network library samples buffers for leaks, with a stack trace each: a tool for its developers.
        if (System.getProperty(LEAK_DETECTION) == null) {
            System.setProperty(LEAK_DETECTION, "disabled");
        }
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Fleetward())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(java.time.Duration.class, Durations::parse)
                .setParameterExceptionHandler(UsageErrors::report)
                .setExecutionExceptionHandler(Failures::report);
    }

    /** What the build wrote into the manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"fleetward " + built()};
        }

        static String built() {
            String built = Fleetward.class.getPackage().getImplementationVersion();
            return built == null ? "unbuilt" : built;
        }
    }
}
