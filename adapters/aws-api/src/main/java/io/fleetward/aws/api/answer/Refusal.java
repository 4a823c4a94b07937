// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.fault.FaultCodes.WireCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as it goes to the client: name, status, text, and further modelled members. Immutable.
 *
 * @param field the member of the request that is wrong, for example {@code attributePayload.attributes}; null when none
 *     is known to be
 */
public record Refusal(
        WireCode code,
        String message,
        Map<String, String> members,
        @Nullable String field) {
    public Refusal {
        members = Map.copyOf(members);
    }

    public Refusal(WireCode code, String message) {
        this(code, message, Map.of(), null);
    }

    public Refusal(WireCode code, String message, Map<String, String> members) {
        this(code, message, members, null);
    }

    /** The same error, which this member of the request is the reason of. */
    public Refusal at(String wrong) {
        return new Refusal(code, message, members, wrong);
    }
}
