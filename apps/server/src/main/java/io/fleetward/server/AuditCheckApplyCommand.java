// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.client.ServiceCalls;
import io.fleetward.server.client.ServiceCalls.Reply;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code fleetward audit check apply}: what files say becomes so. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Creates the checks in the files, or changes those that are there.",
        footer = {
            "",
            "A file holds one check, as CreateAuditCheck takes it, or several, as export prints them.",
            "",
            "Exit codes: 0 applied, 2 usage, 69 no server is running, 78 a check is not what it should be."
        })
final class AuditCheckApplyCommand implements Callable<Integer> {
    private static final int CONFLICT = 409;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON files")
    private List<Path> files = List.of();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var checks = new ArrayList<JsonNode>();
        for (Path file : files) {
            checks.addAll(read(file));
        }
        try (ServiceCalls api = server.calls("fleetward")) {
            for (JsonNode check : checks) {
                apply(api, check);
            }
        }
        return ExitCode.OK;
    }

    private void apply(ServiceCalls api, JsonNode check) throws IOException, InterruptedException {
        String name = check.path("checkName").stringValue();
        String target = "/audit/checks/" + name;
        Reply answer = api.call("POST", target, (ObjectNode) check);
        boolean isThere = answer.status() == CONFLICT;
        if (isThere) {
            answer = api.call("PATCH", target, (ObjectNode) check);
        }
        if (!answer.isSuccess()) {
            throw new CommandFailed(ExitCode.CONFIGURATION, name + ": " + answer.message());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(name + (isThere ? ": changed" : ": is there"));
        out.flush();
    }

    private static List<JsonNode> read(Path file) throws IOException {
        JsonNode node;
        try {
            node = JSON.readTree(Files.readString(file));
        } catch (JacksonException malformed) {
            throw new CommandFailed(ExitCode.CONFIGURATION, file + ": not JSON");
        }
        JsonNode several = node.path("checks");
        var checks = new ArrayList<JsonNode>();
        (several.isArray() ? several : List.of(node)).forEach(checks::add);
        for (JsonNode check : checks) {
            // A name goes into the path of a request; the server says what is wrong with everything else.
            if (!check.path("checkName").asString("").matches("[A-Z0-9_]{1,128}")) {
                throw new CommandFailed(
                        ExitCode.CONFIGURATION, file + ": checkName: must be 1 to 128 of A-Z, 0-9 and _");
            }
        }
        return checks;
    }
}
