// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.CertificateStatus;
import software.amazon.awssdk.services.iot.model.CustomMetricType;

/** Our agent as a process, enrolled at a real server and reporting to it. */
class AgentTest {
    /** What an agent may take of a small device's memory, in KiB. */
    private static final long MOST_RESIDENT = 64 * 1024;

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static Path data;

    private static Outcome enrolled;

    @BeforeAll
    static void start() throws Exception {
        data = folder.resolve("data");
        server = ServerProcess.start(Commands.SERVER, data, Duration.ofHours(1));
        enrolled = enroll("pump-1");
        assertThat(enrolled.exitCode()).as(enrolled.output()).isZero();
        assertThat(enroll("pump-2").exitCode()).isZero();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Outcome enroll(String thing) throws Exception {
        return Commands.run(Commands.server(
                "agent",
                "enroll",
                thing,
                "--data",
                data.toString(),
                "--output",
                credentials(thing).toString()));
    }

    private static Path credentials(String thing) {
        return folder.resolve(thing);
    }

    /** The credentials of the first pump in a folder of their own, with another configuration. */
    private static Path copy(String name, String configuration) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("ca.pem", "certificate.pem", "private.key")) {
            Files.copy(credentials("pump-1").resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.writeString(copy.resolve("agent.conf"), configuration);
        return copy;
    }

    private static String configuration() throws IOException {
        return Files.readString(credentials("pump-1").resolve("agent.conf"));
    }

    private static List<String> agent(String... arguments) {
        var words = new ArrayList<>(Commands.AGENT);
        words.addAll(List.of(arguments));
        return words;
    }

    private static Outcome reportOnce(Path credentials) throws Exception {
        return Commands.run(agent("--once", "--credentials", credentials.toString()));
    }

    @Test
    void reportsWithTheCredentialsThatItWasEnrolledWith() throws Exception {
        assertThat(enrolled.output())
                .contains("systemctl enable --now fleetward-agent")
                .doesNotContain("KEY");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credentials("pump-1"))))
                .isEqualTo("rwx------");
        for (String file : List.of("agent.conf", "ca.pem", "certificate.pem", "private.key")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(credentials("pump-1").resolve(file))))
                    .isEqualTo("rw-------");
        }

        Outcome first = reportOnce(credentials("pump-1"));
        Outcome second = reportOnce(credentials("pump-1"));

        assertThat(first.output()).contains(" ACCEPTED");
        assertThat(first.exitCode()).isZero();
        assertThat(second.output()).contains(" ACCEPTED");
        assertThat(second.exitCode()).isZero();
    }

    @Test
    void reportsOnThePortOfOtherProtocolsToo() throws Exception {
        String https = server.environment().get("FLEETWARD_CONSOLE_URL");
        String port = https.substring(https.lastIndexOf(':') + 1);

        Outcome outcome = reportOnce(copy("alpn", "thing=pump-1\nendpoint=localhost\nalpn=true\nport=" + port + "\n"));

        assertThat(outcome.output()).contains(" ACCEPTED");
    }

    @Test
    void isTurnedAwayOnceItsCertificateIsNotActive() throws Exception {
        try (var aws = new AwsClients(server.environment())) {
            aws.iot()
                    .listThingPrincipals(r -> r.thingName("pump-2"))
                    .principals()
                    .forEach(arn -> aws.iot()
                            .updateCertificate(r -> r.certificateId(arn.substring(arn.lastIndexOf('/') + 1))
                                    .newStatus(CertificateStatus.INACTIVE)));
        }

        Outcome outcome = reportOnce(credentials("pump-2"));

        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.output()).contains("unreachable: ");
    }

    @Test
    void isToldWhenItsMetricIsOfAnotherType() throws Exception {
        try (var aws = new AwsClients(server.environment())) {
            aws.iot().createCustomMetric(r -> r.metricName("level").metricType(CustomMetricType.NUMBER));
        }
        Path measuring = copy("measuring", configuration());

        Files.writeString(measuring.resolve("metrics.conf"), "level string-list command echo high\n");
        Outcome wrong = reportOnce(measuring);
        Files.writeString(measuring.resolve("metrics.conf"), "level number command echo 81.5\n");
        Outcome right = reportOnce(measuring);

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.output()).contains("Malformed metrics report");
        assertThat(right.exitCode()).as(right.output()).isZero();
    }

    @Test
    void reportsForNoOtherThing() throws Exception {
        Outcome outcome = reportOnce(copy("foreign", configuration().replace("pump-1", "pump-2")));

        assertThat(outcome.exitCode()).isEqualTo(69);
    }

    @Test
    void isNotEnrolledOverOtherCredentials() throws Exception {
        String before = configuration();

        Outcome again = enroll("pump-1");

        assertThat(again.exitCode()).isEqualTo(78);
        assertThat(again.output()).contains("exists already");
        assertThat(configuration()).isEqualTo(before);
    }

    @Test
    void needsLittleMemory() throws Exception {
        Path running = copy("running", configuration());
        Process process = new ProcessBuilder(agent("--interval", "10s", "--credentials", running.toString()))
                .redirectErrorStream(true)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.lines().filter(line -> line.endsWith(" ACCEPTED")).limit(2))
                    .hasSize(2);
            String resident = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Long.parseLong(resident.replaceAll("[^0-9]", "")))
                    .as(resident)
                    .isLessThan(MOST_RESIDENT);
        } finally {
            process.destroyForcibly();
        }
    }
}
