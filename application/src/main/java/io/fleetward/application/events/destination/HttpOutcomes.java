// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.destination.WebClient.Reply;
import java.util.Set;

/**
 * What answers of other people's servers say about a letter (hub, targets, transform, reliability).
 *
 * <p>401, 407, 409, 429, 5xx and silence are tried again; any other status but 2xx is final.
 */
public final class HttpOutcomes {
    private static final Set<Integer> WORTH_RETRYING = Set.of(401, 407, 409, 429);
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int SERVER_ERROR = 500;

    private HttpOutcomes() {}

    public static SendOutcome of(Reply reply) {
        return switch (reply) {
            case Reply.Forbidden(String reason) -> new SendOutcome.Refused("FORBIDDEN_ADDRESS", reason);
            case Reply.Silent(String reason) -> new SendOutcome.Failed("NO_RESPONSE", reason);
            case Reply.Answered(int status, String _) -> of(status);
        };
    }

    private static SendOutcome of(int status) {
        if (status >= OK && status < REDIRECT) {
            return new SendOutcome.Delivered("answered " + status);
        }
        String code = "HTTP_" + status;
        String reason = "answered " + status;
        return status >= SERVER_ERROR || WORTH_RETRYING.contains(status)
                ? new SendOutcome.Failed(code, reason)
                : new SendOutcome.Refused(code, reason);
    }
}
