// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward audit check}: custom checks kept as files. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Keeps the custom checks of a running server as files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AuditCheckApplyCommand.class, AuditCheckExportCommand.class})
final class AuditCheckCommand {}
