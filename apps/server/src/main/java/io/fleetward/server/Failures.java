// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what goes wrong in a command into one line for a person and an exit code. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static int report(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof CommandFailed known) {
            err.println("fleetward: " + known.text());
            return known.exitCode();
        }
        LOG.error("command failed", failure);
        err.println("fleetward: internal error: " + failure);
        return ExitCode.INTERNAL;
    }
}
