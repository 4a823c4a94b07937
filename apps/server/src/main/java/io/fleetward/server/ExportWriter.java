// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the pages of an export as one file, each before the next is asked for; those of ASFF, which are documents of
 * their own, as one document. Confined to one thread.
 *
 * <p>Every method ends the command when what it writes does not arrive, say because the disk is full or whoever read the
 * output has gone.
 */
final class ExportWriter implements AutoCloseable {
    private static final String BEGIN = "{\"Findings\":[";

    private final PrintWriter out;
    private final String name;
    private final boolean isOneDocument;
    private String separator = BEGIN;

    /**
     * A writer of one export.
     *
     * @param name what to call the place that is written to
     * @param isOneDocument whether the pages are documents of ASFF
     */
    ExportWriter(PrintWriter out, String name, boolean isOneDocument) {
        this.out = out;
        this.name = name;
        this.isOneDocument = isOneDocument;
    }

    /** Writes the content of the next page. */
    void add(String content) {
        if (isOneDocument) {
            for (JsonNode finding : JsonMapper.shared().readTree(content).path("Findings")) {
                out.append(separator).append(finding.toString());
                separator = ",\n";
            }
        } else {
            out.append(content);
        }
        check();
    }

    /** Writes what stands behind the last page. */
    void end() {
        if (isOneDocument) {
            out.append(separator.equals(BEGIN) ? BEGIN : "").append("]}\n");
        }
        check();
    }

    @Override
    public void close() {
        out.close();
    }

    /** What ends a command that cannot write to the place of that name. */
    static CommandFailed cannotBeWritten(String name) {
        return new CommandFailed(ExitCode.CONFIGURATION, name + ": cannot be written");
    }

    private void check() {
        if (out.checkError()) {
            throw cannotBeWritten(name);
        }
    }
}
