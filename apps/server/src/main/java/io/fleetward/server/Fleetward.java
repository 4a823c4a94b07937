// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: {@code fleetward up} and {@code fleetward env}. */
@Command(
        name = "fleetward",
        description = "Guards a fleet of IoT devices; speaks the AWS wire protocols.",
        mixinStandardHelpOptions = true,
        version = "fleetward 0.1.0-SNAPSHOT",
        subcommands = {UpCommand.class, EnvCommand.class})
public final class Fleetward {
    private Fleetward() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Fleetward())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(java.time.Duration.class, Durations::parse)
                .setExecutionExceptionHandler(Failures::report);
    }
}
