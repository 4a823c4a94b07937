// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PolicyDiffCommandTest {
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";
    private static final String PLANT = statement("Allow", "iot:Publish", ARN + "topic/plant/*");
    private static final String YARD = statement("Allow", "iot:Publish", ARN + "topic/yard");
    private static final String NO_YARD = statement("Deny", "iot:Publish", ARN + "topic/yard");

    @TempDir
    Path folder;

    @Test
    void showsARequestThatIsAllowedNow() throws Exception {
        Path old = policy("old.json", PLANT);
        Path changed = policy("new.json", PLANT, YARD);

        Cli cli = Cli.run("policy", "diff", old, changed);

        assertThat(cli.exitCode()).isZero();
        assertThat(cli.out())
                .startsWith("ALLOWED       iot:Publish on " + ARN + "topic/yard\n")
                .contains("with iot:ClientId=")
                .contains("before: allowed by no statement; after: allowed")
                .endsWith("because of " + changed + ":2:" + (PLANT.length() + 2) + "\n");
    }

    @Test
    void showsARequestThatIsDeniedNow() throws Exception {
        Cli cli = Cli.run(
                "policy", "diff", "--output", "json", policy("old.json", PLANT, YARD), policy("new.json", PLANT));

        JsonNode difference = cli.json().path("differences").path(0);
        assertThat(cli.json().path("differences").size()).isEqualTo(1);
        assertThat(cli.json().path("undecided").size()).isZero();
        assertThat(difference.path("change").stringValue()).isEqualTo("DENIED");
        assertThat(difference.path("before").stringValue()).isEqualTo("ALLOWED");
        assertThat(difference.path("after").stringValue()).isEqualTo("IMPLICIT_DENY");
        assertThat(difference.path("action").stringValue()).isEqualTo("iot:Publish");
        assertThat(difference.path("resource").stringValue()).isEqualTo(ARN + "topic/yard");
        assertThat(difference.path("context").path("iot:ClientId").size()).isEqualTo(1);
        assertThat(difference.path("because").path(0).stringValue()).endsWith("old.json:2:" + (PLANT.length() + 2));
    }

    @Test
    void tellsADenialFromSilence() throws Exception {
        Cli cli = Cli.run("policy", "diff", policy("old.json", PLANT), policy("new.json", PLANT, NO_YARD));

        assertThat(cli.out())
                .startsWith("STILL DENIED  iot:Publish on " + ARN + "topic/yard")
                .contains("before: allowed by no statement; after: denied by a statement");
    }

    @Test
    void saysThatNothingChangesHoweverItIsWritten() throws Exception {
        Cli cli = Cli.run(
                "policy",
                "diff",
                "--exit-code",
                policy("old.json", PLANT, YARD),
                policy("new.json", YARD, PLANT, YARD));

        assertThat(cli).isEqualTo(new Cli(0, "nothing changes\n", ""));
    }

    @Test
    void failsOnAskingForIt() throws Exception {
        Path old = policy("old.json", PLANT);
        Path changed = policy("new.json", YARD);

        assertThat(Cli.run("policy", "diff", old, changed).exitCode()).isZero();
        assertThat(Cli.run("policy", "diff", "--exit-code", old, changed).exitCode())
                .isEqualTo(1);
    }

    @Test
    void saysWhatItCouldNotFindOut() throws Exception {
        String wildcards = "*a" + "?".repeat(300);
        Path old = policy("old.json", statement("Allow", "iot:Publish", wildcards + "b*"));
        Path changed = policy("new.json", statement("Allow", "iot:Publish", wildcards + "c*"));

        assertThat(Cli.run("policy", "diff", old, changed).out())
                .contains("UNDECIDED     iot:Publish: more may change; the policies are too complex to tell\n");
        assertThat(Cli.run("policy", "diff", "--output", "json", "--exit-code", old, changed))
                .satisfies(cli -> assertThat(cli.exitCode()).isEqualTo(1))
                .satisfies(
                        cli -> assertThat(cli.json().path("undecided").path(0).stringValue())
                                .isEqualTo("iot:Publish"));
    }

    @Test
    void namesBothFilesThatAreNoPolicies() {
        Cli cli = Cli.run("policy", "diff", folder.resolve("a.json"), folder.resolve("b.json"));

        assertThat(cli.exitCode()).isEqualTo(78);
        assertThat(cli.err()).contains("a.json").contains("b.json");
    }

    private Path policy(String name, String... statements) throws IOException {
        String document = "{\"Version\":\"2012-10-17\",\"Statement\":[\n" + String.join(",", statements) + "]}";
        return Files.writeString(folder.resolve(name), document);
    }

    private static String statement(String effect, String action, String resource) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }
}
