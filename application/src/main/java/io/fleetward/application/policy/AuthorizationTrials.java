// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyRefusals.require;

import io.fleetward.application.registry.DevicePrincipals;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.registry.RegistryRuntime;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.policy.evaluate.AuthorizationRequest;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.certificate.CertificateId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries out what a device would be allowed to do (iot-core, TestAuthorization).
 *
 * <p>Thread-safe. Whether the certificate may connect at all does not matter here. Deviation: a Cognito identity is
 * judged by its own policies alone, because there are no IAM roles.
 */
public final class AuthorizationTrials {
    /** What a principal brings into a trial. */
    private record Subject(List<NamedPolicy> policies, PolicyContext context) {}

    private final RegistryRuntime runtime;
    private final PolicyStores stores;
    private final DevicePrincipals principals;
    private final PolicyDocuments documents;

    public AuthorizationTrials(
            RegistryRuntime runtime, PolicyStores stores, DevicePrincipals principals, PolicyDocuments documents) {
        this.runtime = runtime;
        this.stores = stores;
        this.principals = principals;
        this.documents = documents;
    }

    /** One answer per question, in order; principal and all policies named must exist. */
    public List<AuthorizationAnswer> run(AccountRegion scope, AuthorizationTrial trial) {
        PolicyTarget principal = PolicyRefusals.principal(scope, trial.principal());
        Subject subject = runtime.transactions().read(tx -> {
            Subject registered = subject(tx, scope, principal, trial.clientId());
            return new Subject(policies(tx, scope, registered.policies(), trial), registered.context());
        });
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

    private Subject subject(Tx tx, AccountRegion scope, PolicyTarget target, @Nullable String clientId) {
        CertificateId certificate = CertificateId.ofArn(scope, target.text());
        if (certificate == null) {
            return cognito(tx, scope, target, clientId);
        }
        DevicePrincipal device = principals.resolve(tx, scope, certificate.value(), clientId == null ? "" : clientId);
        if (device == null) {
            throw RegistryRefusals.notFound("Principal", target.text());
        }
        PolicyContext.Builder context =
                clientId == null ? DeviceContext.ofAnyMqttClient(device) : DeviceContext.ofMqttClient(device, clientId);
        return new Subject(device.policies(), context.build());
    }

    private Subject cognito(Tx tx, AccountRegion scope, PolicyTarget identity, @Nullable String clientId) {
        PolicyContext.Builder context = PolicyContext.builder().put(ContextKeys.SECURE_TRANSPORT, "true");
        if (clientId != null) {
            context.put(ContextKeys.CLIENT_ID, clientId);
        }
        List<NamedPolicy> policies = stores.attachments().inForce(tx, scope, List.of(identity)).stream()
                .map(documents::read)
                .toList();
        return new Subject(policies, context.build());
    }

    /** The policies of the subject with those added and without those skipped, by name. */
    private List<NamedPolicy> policies(
            Tx tx, AccountRegion scope, List<NamedPolicy> registered, AuthorizationTrial trial) {
        Map<String, NamedPolicy> counted = new TreeMap<>();
        registered.forEach(policy -> counted.put(policy.name(), policy));
        for (PolicyName name : trial.added()) {
            counted.put(name.value(), inForce(tx, scope, name));
        }
        for (PolicyName name : trial.skipped()) {
            require(stores.policies(), tx, scope, name);
            counted.remove(name.value());
        }
        return List.copyOf(counted.values());
    }

    private NamedPolicy inForce(Tx tx, AccountRegion scope, PolicyName name) {
        Policy policy = require(stores.policies(), tx, scope, name);
        PolicyVersion version = stores.policies().findVersion(tx, scope, name, policy.defaultVersion());
        if (version == null) {
            throw new IllegalStateException("policy " + name + " of " + scope + " lacks its default version");
        }
        return documents.read(version);
    }
}
