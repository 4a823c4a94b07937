// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that a person gives in a second shell while the server runs in the first. */
class CommandsBesideAServerTest {
    private static final String SARIF = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}, "results": [%s]}]}""";
    private static final String RESULT = """
            {"ruleId": "%s", "level": "error", "message": {"text": "%s"}}""";

    @TempDir
    static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(Commands.SERVER, data(), Duration.ofMinutes(5));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDataFolderKeepsItsSecretsToItself() throws Exception {
        assertThat(server.environment().get("AWS_ACCESS_KEY_ID")).isNotEmpty();
        assertThat(mode(data().resolve("run.json"))).isEqualTo("rw-------");
        assertThat(mode(data().resolve("master.key"))).isEqualTo("rw-------");
        assertThat(Files.readString(server.environment().caFile())).contains("BEGIN CERTIFICATE");
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() throws Exception {
        Outcome second = run("up", "--http-port", "0", "--https-port", "0", "--mqtt-port", "0");
        assertThat(second.exitCode()).isEqualTo(78);
        assertThat(second.output()).contains(Long.toString(server.pid()));
    }

    @Test
    void envWarnsOfAnAwsCliThatWouldTalkToAws() throws Exception {
        Path old = Files.createDirectory(folder.resolve("bin")).resolve("aws");
        Files.writeString(old, "#!/bin/sh\necho aws-cli/2.9.19 Python/3.11.2\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        Outcome env = Commands.run(
                Commands.server("env", "--data", data().toString()),
                Map.of("PATH", old.getParent() + ":" + System.getenv("PATH")));
        assertThat(env.exitCode()).isZero();
        assertThat(env.output()).contains("warning: aws-cli/2.9.19 ignores AWS_ENDPOINT_URL");
    }

    @Test
    void findingsComeInFromFilesOfOtherToolsAndGoOutToThem() throws Exception {
        try (var aws = new AwsClients(server.environment())) {
            aws.hub().enableSecurityHub(r -> r.enableDefaultStandards(false));
        }
        String both = RESULT.formatted("a", "first") + "," + RESULT.formatted("b", "second");
        Path scan = Files.writeString(folder.resolve("scan.sarif"), SARIF.formatted(both));
        Outcome first = run("findings", "import", "--format", "sarif", scan.toString());
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(first.output()).contains("created    2").contains("closed     0");

        Files.writeString(scan, SARIF.formatted(RESULT.formatted("a", "first")));
        Outcome next =
                run("findings", "import", "--format", "sarif", "--close-covered", "generator=lint/", scan.toString());
        assertThat(next.exitCode()).as(next.output()).isZero();
        assertThat(next.output()).contains("created    0").contains("closed     1");
        String active = "{\"RecordState\": [{\"Value\": \"ACTIVE\", \"Comparison\": \"EQUALS\"}]}";
        Path filters = Files.writeString(folder.resolve("filters.json"), active);
        assertThat(export("jsonl", "--filters", "file://" + filters).lines()).hasSize(1);

        String id = next.output()
                .substring(next.output().indexOf("import ") + "import ".length())
                .strip();
        assertThat(new OwnService(server.environment(), folder).call("undo-finding-import --import-id " + id))
                .contains("\"restoredCount\": 1");
        assertThat(export("ocsf", "--filters", active).lines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(json(line).path("class_uid").intValue()).isEqualTo(2003));

        Path output = folder.resolve("exported");
        assertThat(export("asff", "--output", output.toString())).isEmpty();
        assertThat(json(Files.readString(output)).path("Findings")).hasSize(2);
        Outcome again = run("findings", "import", "--format", "asff", "--dry-run", output.toString());
        assertThat(again.exitCode()).as(again.output()).isZero();
        assertThat(again.output()).contains("created    0").contains("failed     0");
        assertThat(export("csv").lines()).hasSize(3).first().asString().startsWith("Id,ProductArn,GeneratorId,");

        Outcome refused = run(
                "findings", "export", "--format", "csv", "--filters", "{\"Mood\": []}", "--output", output.toString());
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(78);
        assertThat(refused.output()).contains("Mood");
        assertThat(Files.readString(output)).startsWith("{\"Findings\":[");
        Outcome broken = run("findings", "import", "--format", "sarif", filters.toString());
        assertThat(broken.exitCode()).as(broken.output()).isEqualTo(78);
        assertThat(broken.output()).contains("must be a SARIF 2.1.0 log");
    }

    private static String export(String format, String... further) throws Exception {
        var words = new ArrayList<>(List.of("findings", "export", "--format", format));
        words.addAll(List.of(further));
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        return outcome.output();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Outcome run(String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data().toString()));
        return Commands.run(Commands.server(all.toArray(String[]::new)));
    }

    private static Path data() {
        return folder.resolve("data");
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
