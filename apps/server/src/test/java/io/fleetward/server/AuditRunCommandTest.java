// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuditRunCommandTest {
    private static final String OPEN = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:Connect","Resource":"*"}]}""";
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    @TempDir
    Path folder;

    @Test
    void findsWhatIsWrongInEveryKindOfFile() throws Exception {
        file("policies/plant/open.json", OPEN);
        file("certificates/pump.pem", PemTexts.sound(Instant.now().plus(TEN_YEARS)));
        file("certificates/old.pem", "A device\n" + PemTexts.sound(Instant.now().minusSeconds(60)));
        file("certificates/weak.pem", PemTexts.weak(Instant.now().plus(TEN_YEARS)));
        file("ca-certificates/ca.pem", PemTexts.sound(Instant.now().plus(Duration.ofDays(10))));
        file("logging.json", "{\"roleArn\":\"arn:aws:iam::111122223333:role/r\",\"defaultLogLevel\":\"DISABLED\"}");
        file("notes.txt", "not read");

        Cli cli = run("--output", "json");

        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.json().path("files").intValue()).isEqualTo(6);
        assertThat(told(cli))
                .containsExactly(
                        "CRITICAL certificates/weak.pem CERTIFICATE_KEY_VULNERABILITY_CVE-2017-15361",
                        "CRITICAL policies/plant/open.json ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS",
                        "MEDIUM ca-certificates/ca.pem CERTIFICATE_APPROACHING_EXPIRATION",
                        "MEDIUM certificates/old.pem CERTIFICATE_PAST_EXPIRATION",
                        "LOW certificates/old.pem CERTIFICATE_PAST_AGE_THRESHOLD",
                        "LOW logging.json LOGGING_DISABLED");
    }

    @Test
    void findsWhatTheIssuerRevoked() throws Exception {
        PemTexts.Family family = PemTexts.family(Instant.now().plus(TEN_YEARS));
        file("ca-certificates/ca.pem", family.authority());
        file("certificates/pump.pem", family.device());
        file("crls/ca.pem", family.revokesDevice());

        assertThat(told(run("--output", "json")))
                .containsExactly("MEDIUM certificates/pump.pem CERTIFICATE_REVOKED_BY_ISSUER");
    }

    @Test
    void doesNotBelieveAListThatAnotherSigned() throws Exception {
        PemTexts.Family family = PemTexts.family(Instant.now().plus(TEN_YEARS));
        file("ca-certificates/ca.pem", family.authority());
        file("certificates/pump.pem", family.device());
        file("crls/ca.pem", PemTexts.family(Instant.now().plus(TEN_YEARS)).revokesDevice());

        assertThat(told(run("--output", "json"))).isEmpty();
    }

    @Test
    void runsCustomChecksThatNeedNoMoreThanAFile() throws Exception {
        file("certificates/pump.pem", PemTexts.sound(Instant.now().plus(TEN_YEARS)));
        file("policies/open.json", OPEN);
        file("audit-configuration.json", """
                {"auditCheckConfigurations":{"IOT_POLICY_OVERLY_PERMISSIVE_CHECK":{"enabled":false},
                  "CUSTOM_OFF":{"enabled":false}}}""");
        file("checks/one.json", check("CUSTOM_CURVES", "DEVICE_CERTIFICATE", "certificate.keyAlgorithm == 'EC'"));
        file(
                "checks/more.json",
                "{\"checks\":["
                        + check("CUSTOM_STARS", "IOT_POLICY", "'*' in policy.allows['iot:Connect']") + ","
                        + check("CUSTOM_OFF", "IOT_POLICY", "true") + ","
                        + check("CUSTOM_ALONE", "DEVICE_CERTIFICATE", "certificate.thingNames.size() == 0") + "]}");

        Cli cli = run("--output", "json");

        assertThat(told(cli)).containsExactly("HIGH certificates/pump.pem SAMPLE", "HIGH policies/open.json SAMPLE");
        assertThat(cli.err()).contains("CUSTOM_ALONE is not run over files, which do not say [certificate.thingNames]");
    }

    private static String check(String name, String resourceType, String expression) {
        return """
                {"checkName":"%s","title":"Sample","severity":"HIGH","resourceType":"%s","expression":"%s",
                 "reasonCode":"SAMPLE","reason":"It is so.","enabled":true}""".formatted(name, resourceType, expression);
    }

    @Test
    void findsEachCertificateOfAFile() throws Exception {
        String past = PemTexts.sound(Instant.now().minusSeconds(60));
        file("certificates/chain.pem", PemTexts.sound(Instant.now().plus(TEN_YEARS)) + past);

        JsonNode finding = run("--output", "json").json().path("findings").path(0);

        assertThat(finding.path("line").intValue()).isGreaterThan(5);
        assertThat(finding.path("resource").stringValue()).matches("[0-9a-f]{64}");
    }

    @Test
    void obeysTheSettingsOfTheAccount() throws Exception {
        file("policies/open.json", OPEN);
        file("certificates/pump.pem", PemTexts.sound(Instant.now().plus(Duration.ofDays(80))));
        file("audit-configuration.json", """
                {"roleArn":"arn:aws:iam::111122223333:role/audit","auditCheckConfigurations":{
                  "IOT_POLICY_OVERLY_PERMISSIVE_CHECK":{"enabled":false},
                  "DEVICE_CERTIFICATE_EXPIRING_CHECK":
                    {"enabled":true,"configuration":{"CERT_EXPIRATION_THRESHOLD_IN_DAYS":"90"}},
                  "A_CHECK_OF_TOMORROW":{"enabled":true}}}
                """);

        assertThat(told(run("--output", "json")))
                .containsExactly(
                        "MEDIUM certificates/pump.pem CERTIFICATE_APPROACHING_EXPIRATION",
                        "LOW certificates/pump.pem CERTIFICATE_PAST_AGE_THRESHOLD");
    }

    @Test
    void isContentWithASoundAccount() throws Exception {
        file("certificates/pump.pem", PemTexts.sound(Instant.now().plus(TEN_YEARS)));
        file("logging.json", "{\"roleArn\":\"arn:aws:iam::111122223333:role/r\",\"defaultLogLevel\":\"INFO\"}");

        assertThat(run()).isEqualTo(new Cli(0, "2 files inspected, 0 findings\n", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "certificates/a.pem | -----BEGIN CERTIFICATE-----x-----END CERTIFICATE----- | a.pem:1: not an acceptable",
                "certificates/a.pem | nothing | a.pem: holds no certificate",
                "ca-certificates/a.pem | nothing | a.pem: holds no certificate",
                "policies/a.json | {} | policies/a.json:1:",
                "logging.json | [] | logging.json: not a JSON object",
                "logging.json | {] | logging.json: not JSON",
                "logging.json | {\"defaultLogLevel\":\"LOUD\"} | logging.json: defaultLogLevel LOUD: there are",
                "audit-configuration.json | {\"auditCheckConfigurations\":{\"DEVICE_CERTIFICATE_EXPIRING_CHECK\":"
                        + "{\"configuration\":{\"CERT_EXPIRATION_THRESHOLD_IN_DAYS\":\"9\"}}}} | cannot have CERT_EXP",
                "checks/a.json | {} | checks/a.json: checkName: required",
                "checks/a.json | [] | checks/a.json: not a JSON object",
                "checks/a.json | {] | checks/a.json: not JSON",
                "checks/a.json | {\"checkName\":\"CUSTOM_A\"} | checks/a.json: CUSTOM_A: title: required",
                "checks/a.json | {\"checkName\":\"CUSTOM_A\",\"title\":\"A\",\"severity\":\"LOW\",\"resourceType\":\"THING\","
                        + "\"expression\":\"thing.nane\",\"reasonCode\":\"A\",\"reason\":\"A\"} | CUSTOM_A: expression: line 1",
                "elsewhere/a.pem | x | holds none of policies/*.json",
            })
    void namesAFileThatIsNotWhatItShouldBe(String name, String content, String problem) throws Exception {
        file(name, content);

        Cli cli = run();

        assertThat(cli.exitCode()).isEqualTo(78);
        assertThat(cli.err()).contains(problem);
    }

    @Test
    void needsAFolder() {
        Cli cli = Cli.run("audit", "run");

        assertThat(cli.exitCode()).isEqualTo(2);
        assertThat(cli.err()).contains("--offline");
    }

    private Cli run(String... options) {
        var words = new ArrayList<Object>(List.of("audit", "run", "--offline", folder));
        words.addAll(List.of(options));
        return Cli.run(words.toArray());
    }

    private static List<String> told(Cli cli) {
        var told = new ArrayList<String>();
        for (JsonNode finding : cli.json().path("findings")) {
            told.add(finding.path("severity").stringValue() + " "
                    + finding.path("file").stringValue() + " "
                    + finding.path("reasonForNonComplianceCode").stringValue());
        }
        return told;
    }

    private void file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
