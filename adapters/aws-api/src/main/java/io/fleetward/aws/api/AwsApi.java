// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api;

import io.fleetward.application.error.AccessError;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.ActionKind;
import io.fleetward.application.identity.ActionKinds;
import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.identity.Caller;
import io.fleetward.aws.api.answer.ErrorWriter;
import io.fleetward.aws.api.answer.JsonAnswer;
import io.fleetward.aws.api.answer.ProblemWriter;
import io.fleetward.aws.api.answer.Refusal;
import io.fleetward.aws.api.answer.SuccessWriter;
import io.fleetward.aws.api.bind.NamedBinder;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultCodes.WireCode;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.http.MalformedUriException;
import io.fleetward.aws.api.http.UriPath;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.aws.api.route.Router.Match;
import io.fleetward.aws.api.route.Routes;
import io.fleetward.aws.api.route.ServiceResolver;
import io.fleetward.aws.api.sign.Authenticator;
import io.fleetward.aws.model.NotBuilt;
import io.fleetward.aws.model.ServiceApi;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AWS API: takes any request for any of the services and answers it.
 *
 * <p>Thread-safe, without locks on the path of a request. {@link #handle} blocks while the operation works, so it is
 * called on a virtual thread; it always answers and never throws. The steps are those of {@link #answer}: who sends it,
 * which operation, may they, bind, check, call, write. {@link #call} takes the same steps for those whom the console
 * signed in, whose operations come by name. Specification: aws-protocol.
 */
public final class AwsApi {
    private static final Refusal UNKNOWN_SERVICE = new Refusal(
            new WireCode("UnknownOperationException", 404),
            "The request is signed for no service that Fleetward serves: iot, iotdata, securityhub, events, sns, sts.");

    private final ServiceModels models = new ServiceModels();
    private final Routes routes = new Routes(models);
    private final Refusals refusals = new Refusals(models);
    private final AnswerCounts counts = new AnswerCounts();
    private final Families families;
    private final Authenticator authenticator;
    private final ApiSurroundings surroundings;

    /**
     * Puts the API together.
     *
     * @param families one object of each class in {@link AwsApiFamilies}; tests hand in those they need
     */
    public AwsApi(
            Collection<? extends ServiceApi> families, Authenticator authenticator, ApiSurroundings surroundings) {
        this.families = new Families(families, models);
        this.authenticator = authenticator;
        this.surroundings = surroundings;
    }

    /** How many answers of each kind there have been. */
    public AnswerCounts counts() {
        return counts;
    }

    /** Answers the request. */
    public ApiResponse handle(ApiRequest request) {
        String requestId = surroundings.ids().uuid();
        AwsService service = serviceOf(request);
        if (service == null) {
            return unknownService(request, requestId);
        }
        return conclude(
                new Exchange(service, requestId, surroundings.clock().instant()),
                exchange -> answer(exchange, request),
                refusal -> ErrorWriter.write(service, refusal, requestId));
    }

    /** Answers the call: members in one JSON object, errors as problem details. */
    public ApiResponse call(NamedCall call) {
        String requestId = surroundings.ids().uuid();
        AwsService service = AwsService.named(call.service());
        if (service == null) {
            counts.countUnknownService(UNKNOWN_SERVICE.code().name());
            return ProblemWriter.write(UNKNOWN_SERVICE, requestId);
        }
        return conclude(
                new Exchange(service, requestId, surroundings.clock().instant()),
                exchange -> answer(exchange, call),
                refusal -> ProblemWriter.write(refusal, requestId));
    }

    private ApiResponse conclude(
            Exchange exchange, Function<Exchange, ApiResponse> work, Function<Refusal, ApiResponse> writer) {
        try {
            ApiResponse answer = work.apply(exchange);
            record(exchange, AdministrativeAct.SUCCESS);
            counts.count(exchange.service(), AnswerCounts.SUCCESS);
            return answer;
        } catch (RuntimeException | StackOverflowError stopped) {
            return writer.apply(refuse(exchange, refusals.of(exchange, stopped)));
        }
    }

    private ApiResponse answer(Exchange exchange, ApiRequest request) {
        AwsService service = exchange.service();
        limit(service, request.body());
        UriPath path = UriPath.of(request.path());
        Caller caller = authenticator.authenticate(request, path);
        exchange.authenticated(caller);
        Match match = routes.find(service, request, path);
        exchange.matched(match);
        authorize(caller, match);
        ServiceApi family = family(match.operation());
        ObjectNode input = Binding.bind(match, request);
        ObjectNode output = family.call(match.operation().name(), input, exchange.context(caller));
        return SuccessWriter.write(models.of(service), match.operation(), output, exchange.requestId());
    }

    private ApiResponse answer(Exchange exchange, NamedCall call) {
        AwsService service = exchange.service();
        limit(service, call.body());
        exchange.authenticated(call.caller());
        Match named = routes.named(service, call.operation());
        exchange.matched(named);
        ObjectNode body = NamedBinder.read(call.body());
        Match match = named.labelled(body);
        exchange.matched(match);
        authorize(call.caller(), match);
        ServiceApi family = family(match.operation());
        ObjectNode input = Binding.bind(match.operation(), body);
        ObjectNode output = family.call(match.operation().name(), input, exchange.context(call.caller()));
        return JsonAnswer.write(output, exchange.requestId());
    }

    private ServiceApi family(Operation operation) {
        ServiceApi family = families.find(operation.service(), operation.name());
        if (family == null) {
            throw NotBuilt.operation(operation.service().id(), operation.name());
        }
        return family;
    }

    private static void limit(AwsService service, byte[] body) {
        if (body.length > service.maxBodyBytes()) {
            throw new FaultException(
                    Fault.TOO_LARGE, "The request body is larger than " + service.maxBodyBytes() + " bytes.");
        }
    }

    private static void authorize(Caller caller, Match match) {
        Operation operation = match.operation();
        if (!caller.may(operation.action())) {
            throw new ApiException(
                    AccessError.ACCESS_DENIED,
                    "User: %s is not authorized to perform: %s on resource: %s"
                            .formatted(caller.arn(), operation.action(), ResourceNames.of(match, caller.scope())));
        }
    }

    /** Writes the refusal to the log, unless that fails too; answers which of the two to tell. */
    private Refusal refuse(Exchange exchange, Refusal refusal) {
        Refusal last = refusal;
        try {
            record(exchange, refusal.code().name());
        } catch (RuntimeException logBroken) {
            last = refusals.of(exchange, logBroken);
        }
        counts.count(exchange.service(), last.code().name());
        return last;
    }

    /** Writes an act of administration to the log before its answer leaves. */
    private void record(Exchange exchange, String outcome) {
        Caller caller = exchange.caller();
        Match match = exchange.match();
        if (caller == null || match == null) {
            return;
        }
        ActionKind kind = ActionKinds.of(match.operation().action());
        if (kind == null || !kind.isRecorded()) {
            return;
        }
        surroundings
                .log()
                .record(new AdministrativeAct(
                        exchange.at(),
                        caller.scope(),
                        caller.arn(),
                        caller.accessKeyId(),
                        match.operation().action(),
                        ResourceNames.of(match, caller.scope()),
                        outcome,
                        caller.sourceIp(),
                        exchange.requestId()));
    }

    /** Refused for its signature if that is wrong or missing, in the words of a service with clients of that kind. */
    private ApiResponse unknownService(ApiRequest request, String requestId) {
        boolean isForm = ServiceResolver.isForm(request.headers());
        AwsService alike = isForm ? AwsService.STS : AwsService.IOT;
        Refusal refusal = UNKNOWN_SERVICE;
        try {
            authenticator.authenticate(request, UriPath.of(request.path()));
        } catch (RuntimeException stopped) {
            var exchange = new Exchange(alike, requestId, surroundings.clock().instant());
            refusal = refusals.of(exchange, stopped);
        }
        counts.countUnknownService(refusal.code().name());
        return ErrorWriter.writeUnknownService(isForm, refusal, requestId);
    }

    private static @Nullable AwsService serviceOf(ApiRequest request) {
        try {
            return ServiceResolver.resolve(request);
        } catch (MalformedUriException unreadable) {
            return null;
        }
    }
}
