// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.EventsError;

/** The refusals of the event bus, in the words that clients test for (hub, event bus API). */
public final class EventRefusals {
    private EventRefusals() {}

    /** Refuses a parameter: {@code Parameter X is not valid. Reason: Y}. */
    public static ApiException invalidParameter(String parameter, String reason) {
        return invalid("Parameter " + parameter + " is not valid. Reason: " + reason);
    }

    public static ApiException invalid(String message) {
        return new ApiException(EventsError.VALIDATION, message);
    }

    public static ApiException invalidPattern(String reason) {
        return new ApiException(EventsError.INVALID_EVENT_PATTERN, "Event pattern is not valid. Reason: " + reason);
    }

    public static ApiException missing(String message) {
        return new ApiException(EventsError.RESOURCE_NOT_FOUND, message);
    }

    public static ApiException missingBus(String nameOrArn) {
        return missing("Event bus " + nameOrArn + " does not exist.");
    }

    public static ApiException exists(String message) {
        return new ApiException(EventsError.RESOURCE_ALREADY_EXISTS, message);
    }

    /**
     * Refuses one too many.
     *
     * @param limit what there can be at most, for example {@code a bus has at most 300 rules}
     */
    public static ApiException tooMany(String limit) {
        return new ApiException(
                EventsError.LIMIT_EXCEEDED,
                "The requested resource exceeds the maximum number allowed: " + limit + ".");
    }
}
