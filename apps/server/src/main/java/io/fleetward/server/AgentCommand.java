// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward agent}: what the server's side does for agents on devices. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Lets devices report about themselves.",
        footer = {"", "`fleetward agent run` is the agent itself: fleetward agent run --help."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AgentEnrollCommand.class)
final class AgentCommand {}
