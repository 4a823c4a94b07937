// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.policy.document.DeviceAction;
import java.util.List;

/** One thing to try out: may the action be done to all of these resources? Immutable. */
public record AuthorizationQuestion(DeviceAction action, List<String> resources) {
    public AuthorizationQuestion {
        resources = List.copyOf(resources);
    }
}
