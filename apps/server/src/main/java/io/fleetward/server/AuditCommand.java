// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward audit}: audits from the command line. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Audits an account that lies in files; needs no server.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditRunCommand.class)
final class AuditCommand {}
