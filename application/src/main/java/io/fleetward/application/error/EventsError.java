// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals of the {@code events} service. */
public enum EventsError implements ErrorCode {
    VALIDATION("ValidationException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    RESOURCE_ALREADY_EXISTS("ResourceAlreadyExistsException"),
    INVALID_EVENT_PATTERN("InvalidEventPatternException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    ILLEGAL_STATUS("IllegalStatusException"),
    INTERNAL("InternalException");

    private final String wireName;

    EventsError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
