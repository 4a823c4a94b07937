// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.metric.MetricValue.Count;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.GoldenFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The message on an alarm, by the sample of its specification. */
class AlarmMessageTest {
    private static final Instant AT = Instant.ofEpochMilli(1_780_000_300_000L);
    private static final Behavior FEW_MESSAGES = aBehavior("FewMessages")
            .on("aws:num-messages-sent")
            .expects("less-than", 20)
            .over(300)
            .build();
    private static final Violation VIOLATION = new Violation(
            "8d3f0a9be6c2410f9b7733aa51c0e4d2",
            new AlarmKey(
                    new DeviceKey(AccountRegion.of("111122223333", "eu-west-1"), "pump-7", true),
                    "PumpProfile",
                    "FewMessages"),
            FEW_MESSAGES,
            AT,
            AT,
            new Count(61),
            AT,
            null);

    @Test
    void tellsWithWhichConfidenceAModelJudged() {
        Behavior learned = aBehavior("Usual")
                .on("aws:num-messages-sent")
                .learns(ConfidenceLevel.HIGH)
                .build();
        var event = new ViolationEvent(ViolationEventType.IN_ALARM, VIOLATION, learned, AT, new Count(61));

        var json = AlarmMessage.of(event, VerificationState.UNKNOWN);

        assertThat(json.path("violationEventAdditionalInfo").toString()).isEqualTo("{\"confidenceLevel\":\"HIGH\"}");
        assertThat(json.path("behavior").path("criteria").toString())
                .isEqualTo("{\"mlDetectionConfig\":{\"confidenceLevel\":\"HIGH\"},"
                        + "\"consecutiveDatapointsToAlarm\":1,\"consecutiveDatapointsToClear\":1}");
    }

    @Test
    void tellsWhatRaisedAnAlarm() {
        var event = new ViolationEvent(ViolationEventType.IN_ALARM, VIOLATION, FEW_MESSAGES, AT, new Count(61));

        GoldenFile.inTestResources("io/fleetward/detect/alarm/in-alarm.golden.json")
                .holds(AlarmMessage.of(event, VerificationState.UNKNOWN).toPrettyString() + "\n");
    }

    @Test
    void tellsNoValueOfAnAlarmThatWasInvalidated() {
        var event = new ViolationEvent(ViolationEventType.ALARM_INVALIDATED, VIOLATION, FEW_MESSAGES, AT, null);

        var message = AlarmMessage.of(event, VerificationState.FALSE_POSITIVE);

        assertThat(message.get("violationEventType").stringValue()).isEqualTo("alarm-invalidated");
        assertThat(message.has("metricValue")).isFalse();
        assertThat(message.get("verificationState").stringValue()).isEqualTo("FALSE_POSITIVE");
    }
}
