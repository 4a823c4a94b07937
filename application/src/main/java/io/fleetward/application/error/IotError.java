// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals of the {@code iot} service. */
public enum IotError implements ErrorCode {
    INVALID_REQUEST("InvalidRequestException"),
    INVALID_QUERY("InvalidQueryException"),
    MALFORMED_POLICY("MalformedPolicyException"),
    CERTIFICATE_VALIDATION("CertificateValidationException"),
    REGISTRATION_CODE_VALIDATION("RegistrationCodeValidationException"),
    RESOURCE_NOT_FOUND("ResourceNotFoundException"),
    NOT_CONFIGURED("NotConfiguredException"),
    CERTIFICATE_STATE("CertificateStateException"),
    RESOURCE_ALREADY_EXISTS("ResourceAlreadyExistsException"),
    VERSION_CONFLICT("VersionConflictException"),
    VERSIONS_LIMIT_EXCEEDED("VersionsLimitExceededException"),
    DELETE_CONFLICT("DeleteConflictException"),
    CERTIFICATE_CONFLICT("CertificateConflictException"),
    LIMIT_EXCEEDED("LimitExceededException"),
    THROTTLING("ThrottlingException"),
    UNAUTHORIZED("UnauthorizedException"),
    TASK_ALREADY_EXISTS("TaskAlreadyExistsException"),
    INTERNAL_FAILURE("InternalFailureException"),
    SERVICE_UNAVAILABLE("ServiceUnavailableException");

    private final String wireName;

    IotError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
