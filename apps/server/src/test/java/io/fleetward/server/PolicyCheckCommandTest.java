// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PolicyCheckCommandTest {
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";
    private static final String OPEN = """
            {"Version":"2012-10-17",
             "Statement":[
               {"Effect":"Allow","Action":"iot:Connect","Resource":"ARNclient/${iot:Connection.Thing.ThingName}"},
               {"Effect":"Allow","Action":"iot:Publish","Resource":"ARNtopic/*"}]}
            """.replace("ARN", ARN);
    private static final String NARROW = """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Allow","Action":"iot:Publish","Resource":"ARNtopic/plant/*"}]}
            """.replace("ARN", ARN);
    private static final String DOUBTFUL = """
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Deny","Action":"iot:Publish","Resource":"ARNtopic/plant/#"}]}
            """.replace("ARN", ARN);

    @TempDir
    Path folder;

    @Test
    void showsARequestForEachFaultAndWhereItIs() throws Exception {
        Path open = file("open policy.json", OPEN);

        Cli cli = Cli.run("policy", "check", open);

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out().lines())
                .first()
                .isEqualTo("CRITICAL  " + open + ":4:4  IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        assertThat(cli.out())
                .contains("Policy allows broad access to these data-plane actions: [iot:Publish].")
                .contains("WITNESS_PUBLISH " + ARN + "topic/$aws/things/another-device/")
                .contains("WITNESS_PUBLISH_CONTEXT ")
                .endsWith("1 file inspected, 1 finding\n");
    }

    @Test
    void saysThatNothingIsWrong() throws Exception {
        Cli cli = Cli.run("policy", "check", file("a.json", NARROW), file("b.json", NARROW));

        assertThat(cli).isEqualTo(new Cli(0, "2 files inspected, 0 findings\n", ""));
    }

    @ParameterizedTest
    @CsvSource({"low, 1", "medium, 1", "MEDIUM, 1", "high, 0", "critical, 0", "never, 0"})
    void failsFromTheChosenSeverityOn(String failOn, int exitCode) throws Exception {
        Cli cli = Cli.run("policy", "check", "--fail-on", failOn, file("doubtful.json", DOUBTFUL));

        assertThat(cli.exitCode()).isEqualTo(exitCode);
        assertThat(cli.out()).contains("MEDIUM").contains("DENIED_RESOURCE " + ARN + "topic/plant/#");
    }

    @Test
    void judgesAPolicyForTheAccountsItNames() throws Exception {
        String other = OPEN.replace("eu-west-1", "*").replace("111122223333", "444455556666");

        Cli cli = Cli.run("policy", "check", "--account", "111122223333", "--output", "json", file("p.json", other));

        assertThat(finding(cli).path("additionalInfo").path("WITNESS_PUBLISH").stringValue())
                .startsWith("arn:aws:iot:us-east-1:444455556666:topic/");
    }

    @Test
    void judgesAPolicyThatNamesNoAccountForTheGivenOne() throws Exception {
        String any = OPEN.replace("eu-west-1:111122223333", "*:*");

        Cli cli = Cli.run(
                "policy",
                "check",
                "--account",
                "777788889999",
                "--region",
                "cn-north-1",
                "--output",
                "json",
                file("p.json", any.replace("arn:aws:", "arn:aws-cn:")));

        assertThat(finding(cli).path("additionalInfo").path("WITNESS_PUBLISH").stringValue())
                .startsWith("arn:aws-cn:iot:cn-north-1:777788889999:topic/");
    }

    @Test
    void reportsWhatItCouldNotFindOut() throws Exception {
        String wildcards = "*a" + "?".repeat(200);
        String obscure = """
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"iot:Publish","Resource":"*/%sb*"},
                 {"Effect":"Deny","Action":"iot:Publish","Resource":"*/%sc*"}]}
                """.formatted(wildcards, wildcards);

        Cli cli = Cli.run("policy", "check", file("obscure.json", obscure));

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out()).contains(":1:1  IOT_POLICY").contains("WITNESS_PUBLISH TOO_COMPLEX");
    }

    @Test
    void tellsScriptsEverything() throws Exception {
        Path open = file("open.json", OPEN);

        Cli cli = Cli.run("policy", "check", "--output", "json", open, file("narrow.json", NARROW));

        assertThat(cli.json().path("files").intValue()).isEqualTo(2);
        JsonNode finding = finding(cli);
        assertThat(finding.path("fingerprint").stringValue()).matches("[0-9a-f]{32}");
        assertThat(finding.path("severity").stringValue()).isEqualTo("CRITICAL");
        assertThat(finding.path("checkName").stringValue()).isEqualTo("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        assertThat(finding.path("reasonForNonComplianceCode").stringValue())
                .isEqualTo("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS");
        assertThat(finding.path("resourceType").stringValue()).isEqualTo("IOT_POLICY");
        assertThat(finding.path("resource").stringValue()).isEqualTo("open");
        assertThat(finding.path("file").stringValue()).isEqualTo(open.toString());
        assertThat(finding.path("line").intValue()).isEqualTo(4);
        assertThat(finding.path("column").intValue()).isEqualTo(4);
    }

    @Test
    void writesSarifThatItsSchemaAccepts() throws Exception {
        Path open = file("open policy.json", OPEN);

        Cli cli = Cli.run("policy", "check", "--output", "sarif", open, file("doubtful.json", DOUBTFUL));

        assertThat(sarifSchema().validate(cli.out(), InputFormat.JSON).stream().map(Error::toString))
                .isEmpty();
        JsonNode run = cli.json().path("runs").path(0);
        assertThat(run.path("tool").path("driver").path("rules").size()).isEqualTo(2);
        assertThat(run.path("results").size()).isEqualTo(2);
        JsonNode result = run.path("results").path(0);
        assertThat(result.path("ruleId").stringValue()).isEqualTo("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        assertThat(result.path("level").stringValue()).isEqualTo("error");
        assertThat(result.path("message").path("text").stringValue()).contains("[iot:Publish].\n", "WITNESS_PUBLISH ");
        JsonNode place = result.path("locations").path(0).path("physicalLocation");
        assertThat(place.path("artifactLocation").path("uri").stringValue())
                .isEqualTo("file://" + folder + "/open%20policy.json");
        assertThat(place.path("region").path("startLine").intValue()).isEqualTo(4);
        assertThat(run.path("results").path(1).path("level").stringValue()).isEqualTo("warning");
    }

    @Test
    void writesSarifOfNothing() throws Exception {
        Cli cli = Cli.run("policy", "check", "--output", "sarif", file("narrow.json", NARROW));

        assertThat(cli.exitCode()).isZero();
        assertThat(sarifSchema().validate(cli.out(), InputFormat.JSON)).isEmpty();
        assertThat(cli.json().path("runs").path(0).path("results").isArray()).isTrue();
    }

    @Test
    void doesNotRepeatWhatIsKnown() throws Exception {
        Path open = file("open.json", OPEN);
        Path baseline = folder.resolve("known.json");

        Cli written = Cli.run("policy", "check", "--baseline", baseline, "--write-baseline", open);
        Cli known = Cli.run("policy", "check", "--baseline", baseline, open);

        assertThat(written.exitCode()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(written.err()).contains("1 known").contains(baseline.toString());
        assertThat(known).isEqualTo(new Cli(0, "1 file inspected, 0 findings, 1 known and not shown\n", ""));
        Files.writeString(open, "\n\n" + OPEN);
        assertThat(Cli.run("policy", "check", "--baseline", baseline, open).exitCode())
                .as("the same fault elsewhere in the file")
                .isZero();
    }

    @Test
    void reportsAKnownFaultThatBecameWorse() throws Exception {
        Path open = file("open.json", OPEN);
        Path baseline = folder.resolve("known.json");
        Cli.run("policy", "check", "--baseline", baseline, "--write-baseline", open);

        Files.writeString(
                open,
                OPEN.replace(
                        "\"iot:Publish\",\"Resource\":\"" + ARN + "topic/*\"",
                        "[\"iot:Publish\",\"iot:GetThingShadow\"],\"Resource\":\"*\""));
        Cli cli = Cli.run("policy", "check", "--baseline", baseline, open);

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.out()).contains("[iot:GetThingShadow, iot:Publish]");
        assertThat(cli.err()).contains("1 findings of the baseline are gone");
    }

    @Test
    void namesEveryFileThatIsNoPolicy() throws Exception {
        Path malformed = file("malformed.json", "{\"Version\":\"2012-10-17\",\n \"Statements\":[]}");
        Path binary = folder.resolve("binary.json");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe});

        Cli cli = Cli.run(
                "policy",
                "check",
                malformed,
                binary,
                folder.resolve("none.json"),
                folder,
                file("large.json", " ".repeat(2_000_000)));

        assertThat(cli.exitCode()).isEqualTo(78);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .contains("5 problems")
                .contains(malformed + ":2:2: not a policy document: ")
                .contains(binary + ": not a text in UTF-8")
                .contains("none.json: there is no such file")
                .contains(folder + ": cannot be read")
                .contains("large.json: larger than");
    }

    @ParameterizedTest
    @CsvSource({"not json, not JSON", "'{\"version\":2,\"known\":[]}', not a baseline", "'[]', not a baseline"})
    void refusesAFileThatIsNoBaseline(String content, String problem) throws Exception {
        Cli cli = Cli.run("policy", "check", "--baseline", file("known.json", content), file("p.json", NARROW));

        assertThat(cli.exitCode()).isEqualTo(78);
        assertThat(cli.err()).contains("known.json").contains(problem);
    }

    @Test
    void refusesABaselineThatIsMissing() throws Exception {
        Cli cli = Cli.run("policy", "check", "--baseline", folder.resolve("none"), file("p.json", NARROW));

        assertThat(cli.exitCode()).isEqualTo(78);
        assertThat(cli.err()).contains("none: there is no such file");
    }

    @ParameterizedTest
    @CsvSource({
        "policy, Missing required subcommand",
        "policy check, Missing required parameter",
        "policy check --write-baseline x.json, --write-baseline needs --baseline",
        "policy check --output yaml x.json, --output",
        "policy check --fail-on worst x.json, --fail-on"
    })
    void explainsWrongUsage(String words, String problem) throws Exception {
        file("x.json", NARROW);
        Cli cli = Cli.run((Object[]) words.replace("x.json", folder + "/x.json").split(" ", -1));

        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains(problem).contains("Try: fleetward policy");
    }

    @Test
    void namesAWrongAccountAndRegion() throws Exception {
        Cli cli = Cli.run("policy", "check", "--account", "12", "--region", "Mars", file("p.json", NARROW));

        assertThat(cli.exitCode()).isEqualTo(78);
        assertThat(cli.err()).contains("--account 12").contains("--region Mars");
    }

    private static JsonNode finding(Cli cli) {
        assertThat(cli.json().path("findings").size()).isEqualTo(1);
        return cli.json().path("findings").path(0);
    }

    private static Schema sarifSchema() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                PolicyCheckCommandTest.class.getResourceAsStream("offline/sarif-2.1.0-rtm.5.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(text);
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
