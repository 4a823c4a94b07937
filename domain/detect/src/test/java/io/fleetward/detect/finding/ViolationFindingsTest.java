// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.finding;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.kernel.AccountRegion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ViolationFindingsTest {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final Instant STARTED = Instant.parse("2026-06-01T03:15:00Z");
    private static final Behavior SMALL_MESSAGES =
            aBehavior("SmallMessages").over(300).suppressed(false).build();

    private final ViolationFindings findings = new ViolationFindings("https://fleetward.example");

    private static Violation of(String thing, boolean isRegistered, Behavior behavior) {
        return new Violation(
                "8d3f0a9be6c2410f9b7733aa51c0e4d2",
                new AlarmKey(new DeviceKey(SCOPE, thing, isRegistered), "PumpProfile", behavior.name()),
                behavior,
                STARTED,
                STARTED,
                new Count(26),
                STARTED,
                null);
    }

    private static void assertGolden(String name, ObjectNode finding) throws IOException {
        try (InputStream golden =
                Objects.requireNonNull(ViolationFindingsTest.class.getResourceAsStream(name + ".golden.json"), name)) {
            assertThat(finding.toPrettyString())
                    .isEqualTo(JsonMapper.shared().readTree(golden).toPrettyString());
        }
    }

    @Test
    void writesTheFindingOfARegisteredThingInAlarm() throws IOException {
        assertGolden("registered-active", findings.active(of("pump-7", true, SMALL_MESSAGES), STARTED));
    }

    @Test
    void writesTheFindingOfAnUnregisteredThingThatBehavesAgain() throws IOException {
        Behavior quiet = aBehavior("Quiet")
                .on("aws:num-messages-sent")
                .expects("less-than-equals", 20)
                .over(600)
                .alarmsAfter(2)
                .clearsAfter(3)
                .suppressed(true)
                .build();

        assertGolden(
                "unregistered-archived",
                findings.archived(of("bench#1 é", false, quiet), Instant.parse("2026-06-01T03:30:00.250Z")));
    }

    @Test
    void tellsWhatAModelExpected() {
        Behavior usual = aBehavior("Usual")
                .on("aws:num-messages-sent")
                .learns(ConfidenceLevel.HIGH)
                .build();
        Violation plain = of("pump-7", true, usual);
        var judgement = new Judgement(
                2.5e-7, 900, 10.5, 90, STARTED, Judgement.Source.HOUR_OF_WEEK, Judgement.Cause.HIGH, 0.75, 0.5);
        var evidence = new Evidence(new Count(900), STARTED, STARTED, new Expectation(judgement, 7));
        var violation =
                new Violation(plain.id(), plain.key(), usual, STARTED, STARTED, new Count(900), STARTED, evidence);

        ObjectNode finding = findings.active(violation, STARTED);
        var fields = finding.path("ProductFields");

        assertThat(finding.path("Title").stringValue())
                .isEqualTo("Registered thing pump-7 is in alarm for MACHINE_LEARNING behavior Usual.");
        assertThat(finding.path("Description").stringValue())
                .endsWith("aws:num-messages-sent was expected to be what its model has learned, with HIGH confidence.");
        assertThat(fields.path("ConfidenceLevel").stringValue()).isEqualTo("HIGH");
        assertThat(fields.path("fleetward/Explanation").stringValue())
                .isEqualTo(
                        "pump-7: aws:num-messages-sent in the report of " + STARTED + " " + judgement.sentence() + ".");
        assertThat(fields.path("fleetward/ExpectedHigh").stringValue()).isEqualTo("90");
        assertThat(fields.path("fleetward/Context").stringValue()).isEqualTo("HOUR_OF_WEEK");
        assertThat(fields.path("fleetward/ModelVersion").stringValue()).isEqualTo("7");
        assertThat(fields.has("DurationSeconds")).isFalse();
        assertThat(fields.has("ComparisonOperator")).isFalse();
        assertThat(findings.active(plain, STARTED).path("ProductFields").has("fleetward/Explanation"))
                .isFalse();
    }

    /** The hub would refuse a longer title, and the alarm would be missing there. */
    @Test
    void cutsNamesShortThatDoNotFitIntoATitleTogether() {
        Behavior longest = aBehavior("b".repeat(128)).build();

        String title = findings.active(of("t".repeat(128), false, longest), STARTED)
                .path("Title")
                .stringValue();
        String withEmoji = findings.active(of("x" + "😀".repeat(63), true, longest), STARTED)
                .path("Title")
                .stringValue();

        assertThat(title)
                .hasSizeLessThanOrEqualTo(256)
                .isEqualTo("Unregistered thing " + "t".repeat(100) + "… is in alarm for STATIC behavior "
                        + "b".repeat(100) + "….");
        assertThat(withEmoji).hasSizeLessThanOrEqualTo(256).startsWith("Registered thing x😀");
        assertThat(withEmoji.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        assertThat(findings.active(
                                of(
                                        "t".repeat(100),
                                        false,
                                        aBehavior("b".repeat(100)).build()),
                                STARTED)
                        .path("Title")
                        .stringValue())
                .hasSize(253)
                .doesNotContain("…");
    }

    /** Otherwise a device could hide its alarms from the hub by its choice of a client id. */
    @Test
    void showsAClientIdOfBlanks() {
        ObjectNode finding = findings.active(of("  ", false, SMALL_MESSAGES), STARTED);

        assertThat(finding.path("Title").stringValue()).startsWith("Unregistered thing %20%20 is in alarm");
        assertThat(finding.path("ProductFields").path("ThingName").stringValue())
                .isEqualTo("%20%20");
        assertThat(finding.path("Resources").path(0).path("Id").stringValue()).isEqualTo("%20%20");
    }

    @Test
    void namesTheProductOfTheRegion() {
        assertThat(ViolationFindings.productArn(AccountRegion.of("111122223333", "cn-north-1")))
                .isEqualTo("arn:aws-cn:securityhub:cn-north-1::product/aws/iot-device-defender-detect");
    }
}
