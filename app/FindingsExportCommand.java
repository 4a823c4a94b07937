// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.client.ServiceCalls;
import io.fleetward.server.client.ServiceCalls.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code fleetward findings export}: the hub's findings in formats of other tools, written page by page. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Writes the findings of a running server, the latest first.",
        footer = {"", "Exit codes: 0 written, 2 usage, 69 no server is running, 78 the filters are wrong."})
final class FindingsExportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The formats there are. */
    enum Format {
        ASFF,
        JSONL,
        OCSF,
        CSV
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "${COMPLETION-CANDIDATES}; ASFF is one document that can be imported, JSONL and OCSF have a line"
                    + " for each finding")
    private Format format = Format.ASFF;

    @Option(names = "--filters", paramLabel = "JSON", description = "as `aws securityhub get-findings --filters` takes")
    private @Nullable String filters;

    @Option(names = "--output", paramLabel = "FILE", description = "where to write (default: standard output)")
    private @Nullable Path output;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (output == null) {
            PrintWriter out = spec.commandLine().getOut();
            export(out);
            out.flush();
            return ExitCode.OK;
        }
        try (Writer file = Files.newBufferedWriter(output)) {
            export(file);
        } catch (FileSystemException failure) {
            throw new CommandFailed(ExitCode.CONFIGURATION, "--output " + output + ": cannot be written");
        }
        return ExitCode.OK;
    }

    private void export(Writer out) throws IOException, InterruptedException {
        try (ServiceCalls calls = server.calls("fleetward")) {
            ObjectNode request = JSON.createObjectNode().put("format", format.name());
            if (filters != null) {
                request.put("filters", filters);
            }
            var joined = new Joined(out, format);
            JsonNode page;
            do {
                Reply reply = calls.call("POST", "/findings/exports", request);
                if (!reply.isSuccess()) {
                    throw new CommandFailed(ExitCode.CONFIGURATION, reply.message());
                }
                page = reply.body();
                joined.add(page.path("content").asString(""));
                request.set("nextToken", page.path("nextToken"));
            } while (page.has("nextToken"));
            joined.end();
        }
    }

    /** Writes pages as one file; those of ASFF are documents of their own. */
    private static final class Joined {
        private final Writer out;
        private final boolean isOneDocument;
        private String before = "{\"Findings\":[";

        Joined(Writer out, Format format) {
            this.out = out;
            this.isOneDocument = format == Format.ASFF;
        }

        void add(String content) throws IOException {
            if (!isOneDocument) {
                out.write(content);
                return;
            }
            for (JsonNode finding : JSON.readTree(content).path("Findings")) {
                out.write(before);
                out.write(finding.toString());
                before = ",\n";
            }
        }

        void end() throws IOException {
            if (isOneDocument) {
                out.write(before.startsWith("{") ? before : "");
                out.write("]}\n");
            }
        }
    }
}
