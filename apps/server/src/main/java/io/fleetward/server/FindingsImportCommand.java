// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.client.ServiceCalls;
import io.fleetward.server.client.ServiceCalls.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code fleetward findings import}: findings of other tools come into the hub. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Imports findings in the format that they have, and closes those that are no longer seen.",
        footer = {
            "",
            "Formats: asff, csv, ocsf, sarif, and those of services of AWS, bare or as events: access_analyzer,"
                    + " config, firewall_manager, guardduty, health, inspector, macie, patch_manager.",
            "",
            "Exit codes: 0 all imported, 1 some findings failed, 2 usage, 69 no server is running, 78 the file is not"
                    + " what it should be."
        })
final class FindingsImportCommand implements Callable<Integer> {
    private static final int MOST_CHARACTERS = 1 << 24;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** How the answer is printed. */
    enum Output {
        TABLE,
        JSON
    }

    @Parameters(paramLabel = "FILE", description = "the findings; - reads standard input")
    private String file = "-";

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "the format; see below")
    private String format = "asff";

    @Option(
            names = "--product",
            paramLabel = "COMPANY/PRODUCT",
            description = "the product of findings that name none (default: the account's own)")
    private @Nullable String product;

    @Option(
            names = "--close-covered",
            paramLabel = "KEY=VALUE",
            description =
                    "close the active findings that were covered and are not in the file: product=, generator= and"
                            + " resource= say, by the beginning of their ids, what was covered; may be repeated")
    private Map<Covered, String> closed = Map.of();

    @Option(
            names = "--column",
            paramLabel = "COLUMN=MEMBER",
            description = "the member of the finding that a column of a CSV file fills; may be repeated")
    private Map<String, String> columns = Map.of();

    @Option(names = "--lenient", description = "cut what is too long instead of refusing the finding")
    private boolean isLenient;

    @Option(names = "--dry-run", description = "say what would happen; nothing does")
    private boolean isRehearsal;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "TABLE")
    private Output output = Output.TABLE;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What coverage is told by. */
    enum Covered {
        PRODUCT("product"),
        GENERATOR("generatorIdPrefix"),
        RESOURCE("resourceIdPrefix");

        private final String member;

        Covered(String member) {
            this.member = member;
        }
    }

    @Override
    public Integer call() throws Exception {
        Reply reply = ask(request());
        if (!reply.isSuccess()) {
            throw new CommandFailed(ExitCode.CONFIGURATION, reply.message());
        }
        JsonNode run = reply.body().path("findingImport");
        print(run);
        return run.path("failedCount").longValue() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
    }

    private ObjectNode request() {
        ObjectNode request = JSON.createObjectNode()
                .put("format", format.toUpperCase(Locale.ROOT))
                .put("content", content())
                .put("lenient", isLenient)
                .put("dryRun", isRehearsal);
        if (product != null) {
            request.put("product", product);
        }
        if (!columns.isEmpty()) {
            ObjectNode mapped = request.putObject("columns");
            columns.forEach(mapped::put);
        }
        if (!closed.isEmpty()) {
            ObjectNode coverage = request.putObject("closeCovered");
            closed.forEach((key, value) -> coverage.put(key.member, value));
        }
        return request;
    }

    private String content() {
        try {
            String text = file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
            if (text.length() > MOST_CHARACTERS) {
                throw new CommandFailed(
                        ExitCode.CONFIGURATION, file + ": longer than " + MOST_CHARACTERS + " characters; split it");
            }
            return text;
        } catch (IOException failure) {
            throw new CommandFailed(ExitCode.CONFIGURATION, file + ": cannot be read");
        }
    }

    private Reply ask(ObjectNode request) throws IOException, InterruptedException {
        try (ServiceCalls calls = server.calls("fleetward")) {
            return calls.call("POST", "/findings/imports", request);
        }
    }

    private void print(JsonNode run) {
        PrintWriter out = spec.commandLine().getOut();
        if (output == Output.JSON) {
            out.println(run.toPrettyString());
        } else {
            printTable(out, run);
        }
        out.flush();
    }

    private static void printTable(PrintWriter out, JsonNode run) {
        for (String count : new String[] {"created", "updated", "reopened", "closed", "untouched", "failed"}) {
            out.println("%-10s %d".formatted(count, run.path(count + "Count").longValue()));
        }
        run.path("failures")
                .forEach(failure -> out.println("failed: " + failure.path("id").asString("") + ": "
                        + failure.path("errorMessage").asString("")));
        run.path("warnings").forEach(warning -> out.println("warning: " + warning.asString("")));
        if (run.has("notClosed")) {
            out.println("nothing was closed: " + run.path("notClosed").asString(""));
        }
        if (run.has("importId")) {
            out.println("import " + run.path("importId").asString(""));
        }
    }
}
