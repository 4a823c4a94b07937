// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.fleetward.application.policy.AuthorizationSubjects.Found;
import io.fleetward.application.policy.AuthorizationTrace.TracedPolicy;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.evaluate.AuthorizationRequest;
import io.fleetward.policy.evaluate.Decision;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.evaluate.StatementExplanation;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import io.fleetward.registry.thing.ThingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains, statement by statement, why a device's request is allowed or not.
 *
 * <p>Thread-safe. The decision is that of {@link AuthorizationTrials} and of connected devices: all ask {@link
 * PolicyEngine} or what gives its answers.
 */
public final class AuthorizationTraces {
    private final RegistryRuntime runtime;
    private final AuthorizationSubjects subjects;
    private final PoliciesInForce inForce;

    /** What a trace needs from the registry. */
    private record Subject(Found found, Map<String, List<PolicyTarget>> targets) {}

    public AuthorizationTraces(RegistryRuntime runtime, AuthorizationSubjects subjects, PoliciesInForce inForce) {
        this.runtime = runtime;
        this.subjects = subjects;
        this.inForce = inForce;
    }

    /** Principal and all policies named must exist. */
    public AuthorizationTrace trace(AccountRegion scope, TraceRequest request) {
        requireResource(request.resource());
        Subject subject = runtime.transactions().read(tx -> {
            Found found = subjects.find(tx, scope, request.subject());
            return new Subject(found, targets(tx, scope, found));
        });
        Found found = subject.found();
        PolicyContext.Builder context = found.context().toBuilder();
        request.context().forEach(context::put);
        Decision decision = PolicyEngine.decide(
                found.policies(),
                new AuthorizationRequest(
                        request.action(),
                        request.resource(),
                        context.build().at(runtime.clock().instant())));
        AssociatedThing thing = found.thing();
        return new AuthorizationTrace(
                decision,
                thing == null ? null : thing.name(),
                found.mayConnect(),
                traced(decision, found.policies(), subject.targets()));
    }

    private static List<TracedPolicy> traced(
            Decision decision, List<NamedPolicy> policies, Map<String, List<PolicyTarget>> targets) {
        List<StatementExplanation> explained = decision.explained();
        var traced = new ArrayList<TracedPolicy>();
        int from = 0;
        for (NamedPolicy policy : policies) {
            int to = from + policy.document().statements().size();
            traced.add(new TracedPolicy(
                    policy, targets.getOrDefault(policy.name(), List.of()), explained.subList(from, to)));
            from = to;
        }
        return traced;
    }

    /** What each policy is attached to, of everything that brings the subject policies. */
    private Map<String, List<PolicyTarget>> targets(Tx tx, AccountRegion scope, Found found) {
        ThingName thing =
                found.thing() == null ? null : new ThingName(found.thing().name());
        Set<PolicyTarget> targets = inForce.targets(tx, scope, found.principal(), thing);
        return inForce.attachments().ofTargets(tx, scope, targets).stream()
                .collect(groupingBy(
                        attachment -> attachment.policy().value(), mapping(PolicyAttachment::target, toList())));
    }

    /** Names without ARN would match nothing, and the trace would seem to say that policies forbid it. */
    private static void requireResource(String resource) {
        if (!resource.startsWith("arn:") && !resource.equals("*")) {
            throw RegistryRefusals.invalid("resource must be an ARN, or * for actions without resource");
        }
    }
}
