// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals of the {@code sns} service. */
public enum SnsError implements ErrorCode {
    INVALID_PARAMETER("InvalidParameterException"),
    NOT_FOUND("NotFoundException"),
    AUTHORIZATION_ERROR("AuthorizationErrorException"),
    INTERNAL_ERROR("InternalErrorException");

    private final String wireName;

    SnsError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
