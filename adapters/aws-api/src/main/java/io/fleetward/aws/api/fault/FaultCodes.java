// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fault;

import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.Protocol;

/**
 * The names and statuses of the engine's refusals in the vocabulary of each service.
 *
 * <p>Specification: aws-protocol, signature version 4 and error shapes.
 */
public final class FaultCodes {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONTENT_TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int INTERNAL_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int SERVICE_UNAVAILABLE = 503;

    /** A name on the wire with its HTTP status. */
    public record WireCode(String name, int status) {}

    private FaultCodes() {}

    /** How the service calls the fault. */
    public static WireCode of(AwsService service, Fault fault) {
        return switch (fault) {
            case MISSING_SIGNATURE -> authentication(service, "MissingAuthenticationToken");
            case INCOMPLETE_SIGNATURE -> authentication(service, "IncompleteSignature");
            case UNKNOWN_KEY ->
                authentication(service, isQuery(service) ? "InvalidClientTokenId" : "UnrecognizedClient");
            case INVALID_SIGNATURE ->
                authentication(service, isQuery(service) ? "SignatureDoesNotMatch" : "InvalidSignature");
            case ACCESS_DENIED -> accessDenied(service);
            case UNKNOWN_OPERATION -> unknownOperation(service);
            case NOT_IMPLEMENTED -> new WireCode("NotImplementedException", NOT_IMPLEMENTED);
            case MALFORMED_URI ->
                new WireCode(isQuery(service) ? "MalformedQueryString" : defaultName(service), BAD_REQUEST);
            case MALFORMED_BODY -> malformedBody(service);
            case TOO_LARGE -> new WireCode("RequestEntityTooLargeException", CONTENT_TOO_LARGE);
            case THROTTLED -> throttled(service);
            case UNAVAILABLE -> unavailable(service);
            case INTERNAL -> new WireCode(internal(service), INTERNAL_ERROR);
        };
    }

    /**
     * The validation error of an operation, chosen from the errors its model lists: {@code ValidationException} for the
     * newer operations of a service, the service's own name for the others.
     */
    public static WireCode validation(Operation operation) {
        String name = defaultName(operation.service());
        if (!operation.errors().contains(name) && operation.errors().contains("ValidationException")) {
            name = "ValidationException";
        }
        return new WireCode(isQuery(operation.service()) ? "ValidationError" : name, BAD_REQUEST);
    }

    /** A value of the wrong type, or a body that cannot be read, in a request for a known operation. */
    public static WireCode unreadable(Operation operation) {
        return operation.service() == AwsService.EVENTS ? malformedBody(AwsService.EVENTS) : validation(operation);
    }

    private static WireCode authentication(AwsService service, String name) {
        return switch (service) {
            case IOT, SECURITY_HUB, FLEETWARD -> new WireCode(name + "Exception", FORBIDDEN);
            case IOT_DATA -> new WireCode("ForbiddenException", FORBIDDEN);
            case EVENTS -> new WireCode(name + "Exception", BAD_REQUEST);
            case SNS, STS -> new WireCode(name, FORBIDDEN);
        };
    }

    private static WireCode accessDenied(AwsService service) {
        return switch (service) {
            case IOT, SECURITY_HUB, FLEETWARD -> new WireCode("AccessDeniedException", FORBIDDEN);
            case IOT_DATA -> new WireCode("ForbiddenException", FORBIDDEN);
            case EVENTS -> new WireCode("AccessDeniedException", BAD_REQUEST);
            case SNS -> new WireCode("AuthorizationError", FORBIDDEN);
            case STS -> new WireCode("AccessDenied", FORBIDDEN);
        };
    }

    private static WireCode unknownOperation(AwsService service) {
        return switch (service) {
            case IOT, IOT_DATA, FLEETWARD -> new WireCode("UnknownOperationException", NOT_FOUND);
            // The usual answer of the gateway in front of that service.
            case SECURITY_HUB -> new WireCode("MissingAuthenticationTokenException", FORBIDDEN);
            case EVENTS -> new WireCode("UnknownOperationException", BAD_REQUEST);
            case SNS, STS -> new WireCode("InvalidAction", BAD_REQUEST);
        };
    }

    private static WireCode malformedBody(AwsService service) {
        return switch (service) {
            case IOT, IOT_DATA, SECURITY_HUB, FLEETWARD -> new WireCode(defaultName(service), BAD_REQUEST);
            case EVENTS -> new WireCode("SerializationException", BAD_REQUEST);
            case SNS, STS -> new WireCode("MalformedQueryString", BAD_REQUEST);
        };
    }

    private static WireCode throttled(AwsService service) {
        return switch (service) {
            case IOT, EVENTS, FLEETWARD -> new WireCode("ThrottlingException", BAD_REQUEST);
            case IOT_DATA -> new WireCode("ThrottlingException", TOO_MANY);
            case SECURITY_HUB -> new WireCode("TooManyRequestsException", TOO_MANY);
            case SNS -> new WireCode("Throttled", TOO_MANY);
            case STS -> new WireCode("Throttling", BAD_REQUEST);
        };
    }

    private static WireCode unavailable(AwsService service) {
        return switch (service) {
            case IOT, IOT_DATA, FLEETWARD -> new WireCode("ServiceUnavailableException", SERVICE_UNAVAILABLE);
            case SECURITY_HUB, EVENTS -> new WireCode(internal(service), INTERNAL_ERROR);
            case SNS, STS -> new WireCode("ServiceUnavailable", SERVICE_UNAVAILABLE);
        };
    }

    private static String defaultName(AwsService service) {
        return switch (service) {
            case IOT, IOT_DATA, FLEETWARD -> "InvalidRequestException";
            case SECURITY_HUB -> "InvalidInputException";
            case EVENTS -> "ValidationException";
            case SNS, STS -> "ValidationError";
        };
    }

    private static String internal(AwsService service) {
        return switch (service) {
            case IOT, IOT_DATA, FLEETWARD -> "InternalFailureException";
            case SECURITY_HUB, EVENTS -> "InternalException";
            case SNS -> "InternalError";
            case STS -> "InternalFailure";
        };
    }

    private static boolean isQuery(AwsService service) {
        return service.protocol() == Protocol.QUERY;
    }
}
