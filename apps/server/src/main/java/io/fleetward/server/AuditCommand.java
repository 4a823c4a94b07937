// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward audit}: audits from the command line. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Audits an account that lies in files, and keeps custom checks as files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditRunCommand.class, AuditCheckCommand.class})
final class AuditCommand {}
