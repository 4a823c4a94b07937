// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.events.ApiCallRecord;
import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmMessage;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves what alarms do, and what people find out about them, on the default bus of their account, with the change itself
 * (detect, verification; beyond AWS).
 *
 * <p>Thread-safe. Deviation: AWS tells the bus nothing of alarms; their source is {@value #SOURCE}.
 */
public final class AlarmEvents {
    private static final String SOURCE = "fleetward.detect";

    private final EventSink sink;

    public AlarmEvents(EventSink sink) {
        this.sink = sink;
    }

    /** The alarm went up or ended; nothing is told of a behavior that is silenced. */
    void happened(Tx tx, ViolationEvent event, VerificationState verification) {
        AccountRegion scope = event.violation().key().device().scope();
        if (event.behavior().isSuppressed() || !sink.isHeard(scope)) {
            return;
        }
        String profile =
                SecurityProfile.arn(scope, event.violation().key().profile()).toString();
        sink.put(
                tx,
                scope,
                new BusEvent(
                        SOURCE,
                        "Detect Violation",
                        event.at(),
                        List.of(profile),
                        AlarmMessage.of(event, verification)));
    }

    /** Somebody judged a violation; told as the call that it is. */
    void verified(Tx tx, CallContext call, String violationId, Verification verification) {
        if (!sink.isHeard(call.scope())) {
            return;
        }
        ObjectNode parameters = JsonNodeFactory.instance.objectNode();
        parameters.put("violationId", violationId);
        parameters.put("verificationState", verification.state().name());
        if (verification.description() != null) {
            parameters.put("verificationStateDescription", verification.description());
        }
        ObjectNode detail = ApiCallRecord.of(call, "iot.amazonaws.com", "PutVerificationStateOnViolation", parameters);
        var event = new BusEvent("aws.iot", "AWS API Call via CloudTrail", call.at(), List.of(), detail);
        sink.put(tx, call.scope(), event);
    }
}
