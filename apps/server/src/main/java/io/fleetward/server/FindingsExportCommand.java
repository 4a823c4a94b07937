// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.hub.export.ExportFormat;
import io.fleetward.server.client.ServiceCalls;
import io.fleetward.server.client.ServiceCalls.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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

/** {@code fleetward findings export}: the hub's findings in formats of other tools, asked for and written page by page. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Writes the findings of a running server, each once, also those that change meanwhile.",
        footer = {
            "",
            "Exit codes: 0 written, 2 usage, 69 no server is running, 78 the filters are refused or a file cannot be"
                    + " read or written."
        })
final class FindingsExportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String IN_A_FILE = "file://";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description =
                    "${COMPLETION-CANDIDATES}; ASFF is one document that can be imported, JSONL and OCSF have a line"
                            + " for each finding")
    private ExportFormat format = ExportFormat.ASFF;

    @Option(
            names = "--filters",
            paramLabel = "JSON",
            description = "as `aws securityhub get-findings --filters` takes them: JSON or file://FILE")
    private @Nullable String filters;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "where to write (default: standard output); left as it is when the filters are refused")
    private @Nullable Path output;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ObjectNode request = JSON.createObjectNode().put("format", format.name());
        if (filters != null) {
            request.put("filters", filters.startsWith(IN_A_FILE) ? content(filters) : filters);
        }
        try (ServiceCalls calls = server.calls("fleetward")) {
            JsonNode page = page(calls, request);
            try (ExportWriter export = writer()) {
                export.add(page.path("content").stringValue(""));
                while (page.has("nextToken")) {
                    page = page(calls, request.set("nextToken", page.path("nextToken")));
                    export.add(page.path("content").stringValue(""));
                }
                export.end();
            }
        }
        return ExitCode.OK;
    }

    private static JsonNode page(ServiceCalls calls, ObjectNode request) throws IOException, InterruptedException {
        Reply reply = calls.call("POST", "/findings/exports", request);
        if (!reply.isSuccess()) {
            throw new CommandFailed(ExitCode.CONFIGURATION, reply.message());
        }
        return reply.body();
    }

    private ExportWriter writer() {
        boolean isOneDocument = format == ExportFormat.ASFF;
        if (output == null) {
            return new ExportWriter(spec.commandLine().getOut(), "standard output", isOneDocument);
        }
        String name = "--output " + output;
        try {
            return new ExportWriter(new PrintWriter(Files.newBufferedWriter(output)), name, isOneDocument);
        } catch (IOException failure) {
            throw ExportWriter.cannotBeWritten(name);
        }
    }

    private static String content(String filters) {
        try {
            return Files.readString(Path.of(filters.substring(IN_A_FILE.length())));
        } catch (IOException | InvalidPathException failure) {
            throw new CommandFailed(ExitCode.CONFIGURATION, "--filters " + filters + ": cannot be read");
        }
    }
}
