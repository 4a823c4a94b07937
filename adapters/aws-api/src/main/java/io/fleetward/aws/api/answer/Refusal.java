// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.fault.FaultCodes.WireCode;
import java.util.Map;

/** An error as it goes to the client: name, status, text, and further modelled members. Immutable. */
public record Refusal(WireCode code, String message, Map<String, String> members) {
    public Refusal {
        members = Map.copyOf(members);
    }

    public Refusal(WireCode code, String message) {
        this(code, message, Map.of());
    }
}
