// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.policy.AuthorizationSubject;
import io.fleetward.application.policy.AuthorizationTrace;
import io.fleetward.application.policy.AuthorizationTraces;
import io.fleetward.application.policy.TraceRequest;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.TraceAuthorizationRequest;
import io.fleetward.aws.model.fleetward.TraceAuthorizationResponse;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.document.DeviceAction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a device's request is allowed or not. Thread-safe. */
public final class AuthorizationTraceOperations implements FleetwardApi {
    private final AuthorizationTraces traces;

    public AuthorizationTraceOperations(AuthorizationTraces traces) {
        this.traces = traces;
    }

    @Override
    public TraceAuthorizationResponse traceAuthorization(TraceAuthorizationRequest request, CallContext context) {
        var subject = new AuthorizationSubject(
                request.principal(),
                request.clientId(),
                names(request.policyNamesToAdd()),
                names(request.policyNamesToSkip()));
        AuthorizationTrace trace = traces.trace(
                context.scope(),
                new TraceRequest(
                        subject,
                        DeviceAction.valueOf(request.actionType()),
                        request.resource(),
                        Objects.requireNonNullElse(request.contextValues(), Map.of())));
        return TraceAuthorizationResponse.builder()
                .authDecision(trace.decision().outcome().name())
                .reason(TraceReasons.of(trace))
                .thingName(trace.thing())
                .mayConnect(trace.mayConnect())
                .contextValues(trace.contextValues())
                .missingContextValues(trace.decision().missingContextKeys())
                .policies(trace.policies().stream()
                        .map(policy -> TracedStatements.shown(context.scope(), trace.decision(), policy))
                        .toList())
                .build();
    }

    private static Set<PolicyName> names(@Nullable List<String> names) {
        return Objects.requireNonNullElse(names, List.<String>of()).stream()
                .map(PolicyName::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
