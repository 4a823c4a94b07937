// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.evaluate.AuthorizationRequest;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.variable.PolicyContext;
import java.util.List;

/**
 * Tries out what a device would be allowed to do (iot-core, TestAuthorization).
 *
 * <p>Thread-safe. Whether the certificate may connect at all does not matter here.
 */
public final class AuthorizationTrials {
    private final RegistryRuntime runtime;
    private final AuthorizationSubjects subjects;

    public AuthorizationTrials(RegistryRuntime runtime, AuthorizationSubjects subjects) {
        this.runtime = runtime;
        this.subjects = subjects;
    }

    /** One answer per question, in order; principal and all policies named must exist. */
    public List<AuthorizationAnswer> run(AccountRegion scope, AuthorizationTrial trial) {
        AuthorizationSubjects.Found subject =
                runtime.transactions().read(tx -> subjects.find(tx, scope, trial.subject()));
        PolicyContext context = subject.context().at(runtime.clock().instant());
        return trial.questions().stream()
                .map(question -> answer(question, subject.policies(), context))
                .toList();
    }

    private static AuthorizationAnswer answer(
            AuthorizationQuestion question, List<NamedPolicy> policies, PolicyContext context) {
        return new AuthorizationAnswer(
                question,
                policies,
                question.resources().stream()
                        .map(resource -> PolicyEngine.decide(
                                policies, new AuthorizationRequest(question.action(), resource, context)))
                        .toList());
    }
}
