// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import picocli.CommandLine.Command;

/** {@code fleetward findings}: findings that enter a running server's hub in other formats. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        description = "Brings findings of other tools into the hub, and those of the hub out.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {FindingsImportCommand.class, FindingsExportCommand.class})
final class FindingsCommand {}
