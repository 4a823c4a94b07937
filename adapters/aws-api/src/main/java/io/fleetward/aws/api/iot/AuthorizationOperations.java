// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.policy.AuthorizationAnswer;
import io.fleetward.application.policy.AuthorizationQuestion;
import io.fleetward.application.policy.AuthorizationSubject;
import io.fleetward.application.policy.AuthorizationTrial;
import io.fleetward.application.policy.AuthorizationTrials;
import io.fleetward.application.policy.EffectivePolicies;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.aws.model.iot.Allowed;
import io.fleetward.aws.model.iot.AuthInfo;
import io.fleetward.aws.model.iot.AuthResult;
import io.fleetward.aws.model.iot.Denied;
import io.fleetward.aws.model.iot.EffectivePolicy;
import io.fleetward.aws.model.iot.ExplicitDeny;
import io.fleetward.aws.model.iot.GetEffectivePoliciesRequest;
import io.fleetward.aws.model.iot.GetEffectivePoliciesResponse;
import io.fleetward.aws.model.iot.ImplicitDeny;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.aws.model.iot.Policy;
import io.fleetward.aws.model.iot.TestAuthorizationRequest;
import io.fleetward.aws.model.iot.TestAuthorizationResponse;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.registry.thing.ThingName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations that explain what a principal may do (iot-core, TestAuthorization). Thread-safe. */
public final class AuthorizationOperations implements IotApi {
    private final AuthorizationTrials trials;
    private final EffectivePolicies effective;

    public AuthorizationOperations(AuthorizationTrials trials, EffectivePolicies effective) {
        this.trials = trials;
        this.effective = effective;
    }

    @Override
    public TestAuthorizationResponse testAuthorization(TestAuthorizationRequest request, CallContext context) {
        refuseIdentityPool(request.cognitoIdentityPoolId());
        if (request.principal() == null) {
            throw RegistryRefusals.invalid("principal is required");
        }
        var trial = new AuthorizationTrial(
                new AuthorizationSubject(
                        request.principal(),
                        request.clientId(),
                        names(request.policyNamesToAdd()),
                        names(request.policyNamesToSkip())),
                request.authInfos().stream()
                        .map(AuthorizationOperations::question)
                        .toList());
        return new TestAuthorizationResponse(trials.run(context.scope(), trial).stream()
                .map(answer -> result(context.scope(), answer))
                .toList());
    }

    @Override
    public GetEffectivePoliciesResponse getEffectivePolicies(GetEffectivePoliciesRequest request, CallContext context) {
        refuseIdentityPool(request.cognitoIdentityPoolId());
        String thing = request.thingName();
        return new GetEffectivePoliciesResponse(
                effective.of(context.scope(), request.principal(), thing == null ? null : new ThingName(thing)).stream()
                        .map(version -> new EffectivePolicy(
                                version.policy().value(),
                                version.policy().arn(context.scope()).toString(),
                                version.text()))
                        .toList());
    }

    /** Deviation: the roles behind identity pools live in no store of ours, so pools are refused. */
    private static void refuseIdentityPool(@Nullable String pool) {
        if (pool != null) {
            throw RegistryRefusals.invalid("cognitoIdentityPoolId is not supported: there are no identity pools");
        }
    }

    private static AuthorizationQuestion question(AuthInfo info) {
        if (info.actionType() == null) {
            throw RegistryRefusals.invalid("authInfos: actionType is required");
        }
        return new AuthorizationQuestion(DeviceAction.valueOf(info.actionType()), info.resources());
    }

    private static Set<PolicyName> names(@Nullable List<String> names) {
        return Objects.requireNonNullElse(names, List.<String>of()).stream()
                .map(PolicyName::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static AuthResult result(AccountRegion scope, AuthorizationAnswer answer) {
        boolean isImplicit = answer.outcome() == Outcome.IMPLICIT_DENY;
        AuthorizationQuestion question = answer.question();
        return AuthResult.builder()
                .authInfo(new AuthInfo(question.action().name(), question.resources()))
                .allowed(new Allowed(listed(scope, answer.policies(Effect.ALLOW))))
                .denied(new Denied(
                        new ImplicitDeny(listed(scope, isImplicit ? answer.policies() : List.of())),
                        new ExplicitDeny(listed(scope, answer.policies(Effect.DENY)))))
                .authDecision(answer.outcome().name())
                .missingContextValues(answer.missingContextKeys())
                .build();
    }

    private static List<Policy> listed(AccountRegion scope, List<NamedPolicy> policies) {
        return policies.stream()
                .map(policy -> PolicyOperations.listed(scope, new PolicyName(policy.name())))
                .toList();
    }
}
