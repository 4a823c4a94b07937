// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward detect}: what can be said of security profiles before they are attached. */
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Tries security profiles before they are attached.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = DetectBacktestCommand.class)
final class DetectCommand {}
