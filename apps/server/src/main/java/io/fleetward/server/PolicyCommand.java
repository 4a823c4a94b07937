// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward policy}: what can be said of policy documents without a server. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Judges and compares policy documents in files; needs no server.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyCheckCommand.class, PolicyDiffCommand.class})
final class PolicyCommand {}
