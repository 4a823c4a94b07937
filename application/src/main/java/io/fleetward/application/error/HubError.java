// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals of the {@code securityhub} service. */
public enum HubError implements ErrorCode {
    INVALID_INPUT("InvalidInputException"),
    INVALID_ACCESS("InvalidAccessException"),
    ACCESS_DENIED("AccessDeniedException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    RESOURCE_CONFLICT("ResourceConflictException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    INTERNAL("InternalException");

    private final String wireName;

    HubError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
