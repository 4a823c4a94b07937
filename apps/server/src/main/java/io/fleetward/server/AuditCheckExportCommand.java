// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.server.client.ServiceCalls;
import io.fleetward.server.client.ServiceCalls.Reply;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code fleetward audit check export}: prints the custom checks in the form that apply and offline audits read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Fleetward.Version.class,
        sortOptions = false,
        description = "Prints the custom checks as JSON, for apply and for audit run --offline.",
        footer = {"", "Exit codes: 0 printed, 2 usage, 69 no server is running."})
final class AuditCheckExportCommand implements Callable<Integer> {
    /** What a server knows of a check and a file does not say. */
    private static final List<String> DATES = List.of("creationDate", "lastModifiedDate");

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode checks = all.putArray("checks");
        try (ServiceCalls api = server.calls("fleetward")) {
            String query = "";
            while (query != null) {
                Reply answer = api.call("GET", "/audit/checks" + query, JsonNodeFactory.instance.objectNode());
                if (!answer.isSuccess()) {
                    throw new CommandFailed(ExitCode.INTERNAL, answer.message());
                }
                for (JsonNode check : answer.body().path("checks")) {
                    checks.add(((ObjectNode) check).remove(DATES));
                }
                JsonNode token = answer.body().path("nextToken");
                query = token.isString()
                        ? "?nextToken=" + URLEncoder.encode(token.stringValue(), StandardCharsets.UTF_8)
                        : null;
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(all.toPrettyString());
        out.flush();
        return ExitCode.OK;
    }
}
