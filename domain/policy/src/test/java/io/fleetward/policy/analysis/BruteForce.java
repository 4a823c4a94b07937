// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.AuthorizationRequest;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import java.util.ArrayList;
import java.util.List;

/** Tries requests out, one by one, with everything that generated policies can tell apart. */
final class BruteForce {
    static final AccountRegion SCOPE = AccountRegion.of("123456789012", "us-east-1");
    static final String ARN = SCOPE.arn("iot", "").toString();

    private BruteForce() {}

    /** Devices that differ in what policies ask for: client id, thing, type. */
    static List<PolicyContext> devices(String clientId) {
        return List.of(
                device(clientId, "", ""),
                device(clientId, "a", ""),
                device(clientId, "a", "p"),
                device(clientId, "b", "q"),
                device(clientId, "w", "p"),
                device(clientId, "w", "w"));
    }

    static PolicyContext device(String clientId, String thing, String type) {
        PolicyContext.Builder device = PolicyContext.builder()
                .put(ContextKeys.CLIENT_ID, clientId)
                .put(ContextKeys.IS_ATTACHED, Boolean.toString(!thing.isEmpty()));
        if (!thing.isEmpty()) {
            device.put(ContextKeys.CONNECTION_THING_NAME, thing);
        }
        if (!type.isEmpty()) {
            device.put(ContextKeys.THING_TYPE_NAME, type);
        }
        return device.build();
    }

    static Outcome outcome(List<NamedPolicy> policies, DeviceAction action, String name, PolicyContext device) {
        var request = new AuthorizationRequest(action, action.resource(SCOPE, name), device);
        return PolicyEngine.decide(policies, request).outcome();
    }

    /** All texts of 1 to that many of these letters. */
    static List<String> texts(String letters, int longest) {
        List<String> texts = new ArrayList<>();
        List<String> last = List.of("");
        for (int length = 1; length <= longest; length++) {
            List<String> next = new ArrayList<>();
            for (String text : last) {
                letters.chars().forEach(letter -> next.add(text + (char) letter));
            }
            texts.addAll(next);
            last = next;
        }
        return texts;
    }
}
