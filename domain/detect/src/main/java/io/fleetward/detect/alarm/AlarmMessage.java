// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.behavior.BehaviorJson;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.behavior.MetricValueJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The message that tells a topic what an alarm did (detect, SNS alert payload). */
public final class AlarmMessage {
    private AlarmMessage() {}

    /** The message on this event of a violation about which a person has found out that much. */
    public static ObjectNode of(ViolationEvent event, VerificationState verification) {
        Violation violation = event.violation();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("violationEventTime", event.at().toEpochMilli());
        json.put("thingName", violation.key().device().name());
        json.set("behavior", BehaviorJson.write(event.behavior()));
        json.put("violationEventType", event.type().wireName());
        if (event.value() != null) {
            json.set("metricValue", MetricValueJson.write(event.value()));
        }
        if (event.behavior().criteria() instanceof LearnedCriteria learned) {
            json.putObject("violationEventAdditionalInfo")
                    .put("confidenceLevel", learned.confidence().name());
        }
        json.put("violationId", violation.id());
        json.put("securityProfileName", violation.key().profile());
        json.put("verificationState", verification.name());
        return json;
    }
}
