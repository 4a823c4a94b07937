// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.application.error.AccessError;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.ErrorCode;
import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.ThrottledException;
import io.fleetward.aws.api.answer.Refusal;
import io.fleetward.aws.api.bind.MalformedBodyException;
import io.fleetward.aws.api.bind.WrongTypeException;
import io.fleetward.aws.api.check.ConstraintException;
import io.fleetward.aws.api.check.Violation.Step;
import io.fleetward.aws.api.check.Wording;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultCodes;
import io.fleetward.aws.api.fault.FaultCodes.WireCode;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.MalformedUriException;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel.ModelledError;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.page.PagingError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever stopped a request into the error its client understands; bugs are logged and kept from the client. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int BAD_REQUEST = 400;

    private final ServiceModels models;

    Refusals(ServiceModels models) {
        this.models = models;
    }

    /** The error to answer. */
    Refusal of(Exchange exchange, Throwable cause) {
        AwsService service = exchange.service();
        Operation operation = exchange.operation();
        return switch (cause) {
            case FaultException fault -> new Refusal(FaultCodes.of(service, fault.fault()), fault.text());
            case ApiException refused -> refused(exchange, refused);
            case ConstraintException broken ->
                new Refusal(validation(service, operation), wording(service).of(broken.violations()))
                        .at(field(broken.violations().getFirst().path()));
            case WrongTypeException wrong ->
                new Refusal(unreadable(service, operation), wording(service).ofType(wrong.path(), wrong.expected()))
                        .at(field(wrong.path()));
            case MalformedBodyException malformed ->
                new Refusal(unreadable(service, operation), String.valueOf(malformed.getMessage()));
            case MalformedUriException malformed ->
                new Refusal(FaultCodes.of(service, Fault.MALFORMED_URI), String.valueOf(malformed.getMessage()));
            case ThrottledException _ ->
                new Refusal(FaultCodes.of(service, Fault.THROTTLED), "Rate exceeded; try again in a moment.");
            case RetryableException _ -> {
                log(exchange, cause);
                yield new Refusal(
                        FaultCodes.of(service, Fault.UNAVAILABLE),
                        "The service is unavailable; try again in a moment.");
            }
            default -> internal(exchange, cause);
        };
    }

    /** For example {@code behaviors[0].metric}. */
    private static String field(List<Step> path) {
        var field = new StringBuilder();
        for (Step step : path) {
            switch (step) {
                case Step.Into(String member) ->
                    field.append(field.isEmpty() ? "" : ".").append(member);
                case Step.Element(int index) -> field.append('[').append(index).append(']');
                case Step.Key(String key) -> field.append('.').append(key);
            }
        }
        return field.toString();
    }

    private Refusal refused(Exchange exchange, ApiException refused) {
        String text = refused.code() == PagingError.INVALID_TOKEN
                ? wording(exchange.service()).ofToken()
                : refused.text();
        return new Refusal(code(exchange, refused.code()), text, refused.members());
    }

    private WireCode code(Exchange exchange, ErrorCode code) {
        AwsService service = exchange.service();
        return switch (code) {
            case AccessError.ACCESS_DENIED -> FaultCodes.of(service, Fault.ACCESS_DENIED);
            case AccessError.NOT_IMPLEMENTED -> FaultCodes.of(service, Fault.NOT_IMPLEMENTED);
            case PagingError.INVALID_TOKEN -> validation(service, exchange.operation());
            default -> modelled(service, code.wireName());
        };
    }

    private WireCode modelled(AwsService service, String name) {
        ModelledError error = models.of(service).error(name);
        return error == null ? new WireCode(name, BAD_REQUEST) : new WireCode(error.code(), error.status());
    }

    private static Refusal internal(Exchange exchange, Throwable cause) {
        log(exchange, cause);
        return new Refusal(
                FaultCodes.of(exchange.service(), Fault.INTERNAL),
                "An internal failure occurred; request " + exchange.requestId() + " is in the server's log.");
    }

    private static void log(Exchange exchange, Throwable cause) {
        Operation operation = exchange.operation();
        LOG.atError()
                .addKeyValue("requestId", exchange.requestId())
                .addKeyValue("service", exchange.service().id())
                .addKeyValue("operation", operation == null ? "" : operation.name())
                .setCause(cause)
                .log("api-request-failed");
    }

    private static WireCode validation(AwsService service, @Nullable Operation operation) {
        return operation == null ? FaultCodes.of(service, Fault.MALFORMED_BODY) : FaultCodes.validation(operation);
    }

    private static WireCode unreadable(AwsService service, @Nullable Operation operation) {
        return operation == null ? FaultCodes.of(service, Fault.MALFORMED_BODY) : FaultCodes.unreadable(operation);
    }

    private static Wording wording(AwsService service) {
        return service == AwsService.SECURITY_HUB ? Wording.SCHEMA : Wording.COUNTED;
    }
}
