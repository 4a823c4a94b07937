// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.audit.Severity;
import io.fleetward.server.offline.Baseline;
import io.fleetward.server.offline.Inspection;
import io.fleetward.server.offline.ReportFormat;
import io.fleetward.server.offline.UnreadableFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that reports findings, and what they make of an inspection. */
final class ReportOptions {
    /** From which severity on findings fail a command. */
    enum FailOn {
        CRITICAL(Severity.CRITICAL),
        HIGH(Severity.HIGH),
        MEDIUM(Severity.MEDIUM),
        LOW(Severity.LOW),
        NEVER(null);

        private final @Nullable Severity severity;

        FailOn(@Nullable Severity severity) {
            this.severity = severity;
        }

        boolean isMetBy(Inspection inspection) {
            return severity != null && inspection.hasAtLeast(severity);
        }
    }

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "table, json or sarif (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_OUTPUT:-table}")
    private ReportFormat output = ReportFormat.TABLE;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "exit with 1 for findings at least that severe: critical, high, medium, low, or never"
                    + " (default: ${DEFAULT-VALUE})",
            defaultValue = "${env:FLEETWARD_FAIL_ON:-low}")
    private FailOn failOn = FailOn.LOW;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "findings that are known: they are not reported and do not fail",
            defaultValue = "${env:FLEETWARD_BASELINE}")
    private @Nullable Path baseline;

    @Option(names = "--write-baseline", description = "write what is found into the file of --baseline and exit with 0")
    private boolean writeBaseline;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Reports, and answers the exit code. */
    int report(Inspection inspection) throws UnreadableFiles, IOException {
        CommandLine command = spec.commandLine();
        PrintWriter err = command.getErr();
        if (writeBaseline) {
            Path file = requireBaseline(command);
            Baseline.write(file, inspection.findings());
            err.println("fleetward: " + inspection.findings().size() + " known findings written to " + file);
            err.flush();
            return ExitCode.OK;
        }
        Inspection reported = baseline == null ? inspection : withoutKnown(Baseline.read(baseline), inspection, err);
        command.getOut().print(output.write(reported));
        command.getOut().flush();
        return failOn.isMetBy(reported) ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private static Inspection withoutKnown(Baseline known, Inspection inspection, PrintWriter err) {
        long gone = known.gone(inspection.findings());
        if (gone > 0) {
            err.println("fleetward: " + gone + " findings of the baseline are gone; write it anew");
            err.flush();
        }
        return inspection.without(known.fingerprints());
    }

    private Path requireBaseline(CommandLine command) {
        if (baseline == null) {
            throw new ParameterException(command, "--write-baseline needs --baseline FILE");
        }
        return baseline;
    }
}
