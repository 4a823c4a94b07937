// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.server.offline.UnreadableFiles;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
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
        return switch (failure) {
            case CommandFailed known -> say(err, known.text(), known.exitCode());
            case UnreadableFiles files -> {
                CommandFailed known = CommandFailed.configuration(files.problems());
                yield say(err, known.text(), known.exitCode());
            }
            case TerminalException lasting -> say(err, withReason(lasting), ExitCode.CONFIGURATION);
            case RetryableException passing -> say(err, withReason(passing), ExitCode.RETRY_LATER);
            default -> {
                LOG.error("command failed", failure);
                yield say(err, "internal error: " + failure, ExitCode.INTERNAL);
            }
        };
    }

    private static int say(PrintWriter err, String text, int exitCode) {
        err.println("fleetward: " + text);
        err.flush();
        return exitCode;
    }

    /** What failed and, in the first line of the innermost cause, why. */
    private static String withReason(RuntimeException failure) {
        String text = String.valueOf(failure.getMessage());
        String reason = reason(failure.getCause());
        return reason.isEmpty() || text.contains(reason) ? text : text + ": " + reason;
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "";
        }
        String deeper = reason(cause.getCause());
        String own = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return deeper.isEmpty() ? own : deeper;
    }
}
