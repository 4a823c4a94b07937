// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals of the {@code iot-data} service. */
public enum IotDataError implements ErrorCode {
    INVALID_REQUEST("InvalidRequestException"),
    FORBIDDEN("ForbiddenException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLargeException"),
    METHOD_NOT_ALLOWED("MethodNotAllowedException"),
    THROTTLING("ThrottlingException"),
    UNAUTHORIZED("UnauthorizedException"),
    INTERNAL_FAILURE("InternalFailureException"),
    SERVICE_UNAVAILABLE("ServiceUnavailableException");

    private final String wireName;

    IotDataError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
