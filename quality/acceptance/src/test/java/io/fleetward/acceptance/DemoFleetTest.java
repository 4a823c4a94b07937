// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iot.model.ActiveViolation;
import software.amazon.awssdk.services.iot.model.ResourceNotFoundException;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;

class DemoFleetTest {
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Pattern COMMAND = Pattern.compile("(?m)^demo +(aws .*)$");

    @TempDir
    Path folder;

    @Test
    void theFleetIsSeededOnceAndLives() throws Exception {
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            await().until(() -> server.output().contains("demo      seeded: 200 devices"));
            assertFleet(aws);
            await().untilAsserted(() -> assertThat(alarms(aws))
                    .containsExactlyInAnyOrder("pump-042 SmallMessages", "thermostat-021 StaysConnected"));
            await().untilAsserted(() -> assertThat(findings(aws))
                    .anyMatch(title -> title.startsWith("IOT_POLICY_OVERLY_PERMISSIVE_CHECK: "))
                    .anyMatch(title -> title.startsWith("DEVICE_CERTIFICATE_EXPIRING_CHECK: "))
                    .anyMatch(title -> title.contains("pump-042"))
                    .anyMatch(title -> title.contains("thermostat-021")));
            assertThePrintedCommandsWork(server);
            assertKeysAreForTheOwnerAlone();
            aws.iot().detachPolicy(r -> r.policyName("gateway-debug").target(holder(aws, "gateway-003")));
            aws.iot().deletePolicy(r -> r.policyName("gateway-debug"));
        }
        Instant stopped = Instant.now();
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            await().until(() -> server.output().contains("demo      the fleet of an earlier start: 200 devices"));
            assertFleet(aws);
            assertThatThrownBy(() -> aws.iot().getPolicy(r -> r.policyName("gateway-debug")))
                    .as("what somebody put right stays right")
                    .isInstanceOf(ResourceNotFoundException.class);
            await().untilAsserted(() -> assertThat(violations(aws))
                    .filteredOn(violation -> violation.thingName().equals("pump-042"))
                    .anyMatch(violation -> violation.lastViolationTime().isAfter(stopped)));
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD, "--demo");
    }

    /** Patient, because the machine that runs tests is busy. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200));
    }

    private static void assertFleet(AwsClients aws) {
        assertThat(members(aws, "pumps")).isEqualTo(120);
        assertThat(members(aws, "thermostats")).isEqualTo(60);
        assertThat(members(aws, "gateways")).isEqualTo(20);
        assertThat(aws.iot().listCertificatesPaginator(r -> {}).certificates().stream())
                .as("one for each device but the one that shares")
                .hasSize(199);
        assertThat(holder(aws, "pump-014")).isEqualTo(holder(aws, "pump-013"));
    }

    private static long members(AwsClients aws, String group) {
        return aws.iot().listThingsInThingGroupPaginator(r -> r.thingGroupName(group)).things().stream()
                .count();
    }

    private static String holder(AwsClients aws, String thing) {
        return aws.iot()
                .listThingPrincipals(r -> r.thingName(thing))
                .principals()
                .getFirst();
    }

    private static List<ActiveViolation> violations(AwsClients aws) {
        return aws.iot().listActiveViolations(r -> {}).activeViolations();
    }

    private static List<String> alarms(AwsClients aws) {
        return violations(aws).stream()
                .map(violation ->
                        violation.thingName() + " " + violation.behavior().name())
                .toList();
    }

    private static List<String> findings(AwsClients aws) {
        return aws.hub().getFindingsPaginator(r -> {}).findings().stream()
                .map(AwsSecurityFinding::title)
                .toList();
    }

    private static void assertThePrintedCommandsWork(ServerProcess server) throws Exception {
        List<String> commands = COMMAND.matcher(server.output())
                .results()
                .map(MatchResult::group)
                .map(line -> line.replaceFirst("^demo +", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        for (String command : commands) {
            Outcome outcome = Commands.shell(command, server.environment().variables());
            assertThat(outcome.exitCode())
                    .as("%s: %s", command, outcome.output())
                    .isZero();
            assertThat(outcome.output()).as(command).isNotBlank();
        }
    }

    private void assertKeysAreForTheOwnerAlone() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("data/demo"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".key")))
                    .hasSize(199)
                    .allMatch(file -> mode(file).equals("rw-------"));
        }
        assertThat(mode(folder.resolve("data/demo"))).isEqualTo("rwx------");
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
