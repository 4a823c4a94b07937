// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import static io.fleetward.application.policy.PolicyRefusals.require;

import io.fleetward.application.registry.DevicePrincipals;
import io.fleetward.application.registry.RegistryRefusals;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.Policy;
import io.fleetward.policy.PolicyName;
import io.fleetward.policy.PolicyVersion;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import io.fleetward.registry.certificate.CertificateId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a principal brings into a trial of its requests (iot-core, TestAuthorization).
 *
 * <p>Thread-safe. Deviation: a Cognito identity is judged by its own policies alone, because there are no IAM roles.
 */
public final class AuthorizationSubjects {
    private final PolicyStores stores;
    private final DevicePrincipals principals;
    private final PolicyDocuments documents;

    /**
     * What a principal brings into a trial. Immutable.
     *
     * @param policies those that count, by name
     * @param mayConnect whether the certificate's status and validity allow connections now; null without certificate
     */
    record Found(
            PolicyTarget principal,
            @Nullable AssociatedThing thing,
            @Nullable Boolean mayConnect,
            List<NamedPolicy> policies,
            PolicyContext context) {}

    public AuthorizationSubjects(PolicyStores stores, DevicePrincipals principals, PolicyDocuments documents) {
        this.stores = stores;
        this.principals = principals;
        this.documents = documents;
    }

    /** The principal and all policies named must exist. */
    Found find(Tx tx, AccountRegion scope, AuthorizationSubject subject) {
        PolicyTarget target = PolicyRefusals.principal(scope, subject.principal());
        CertificateId certificate = CertificateId.ofArn(scope, target.text());
        return certificate == null
                ? cognito(tx, scope, subject, target)
                : device(tx, scope, subject, target, certificate);
    }

    private Found device(
            Tx tx, AccountRegion scope, AuthorizationSubject subject, PolicyTarget target, CertificateId certificate) {
        String clientId = subject.clientId();
        DevicePrincipal device = principals.resolve(tx, scope, certificate.value(), clientId == null ? "" : clientId);
        if (device == null) {
            throw RegistryRefusals.notFound("Principal", target.text());
        }
        PolicyContext.Builder context =
                clientId == null ? DeviceContext.ofAnyMqttClient(device) : DeviceContext.ofMqttClient(device, clientId);
        return new Found(
                target,
                device.thing(),
                device.mayConnect(),
                counted(tx, scope, device.policies(), subject),
                context.build());
    }

    private Found cognito(Tx tx, AccountRegion scope, AuthorizationSubject subject, PolicyTarget identity) {
        PolicyContext.Builder context = PolicyContext.builder().put(ContextKeys.SECURE_TRANSPORT, "true");
        if (subject.clientId() != null) {
            context.put(ContextKeys.CLIENT_ID, subject.clientId());
        }
        List<NamedPolicy> policies = stores.attachments().inForce(tx, scope, List.of(identity)).stream()
                .map(documents::read)
                .toList();
        return new Found(identity, null, null, counted(tx, scope, policies, subject), context.build());
    }

    /** The policies in force with those added and without those skipped, by name. */
    private List<NamedPolicy> counted(
            Tx tx, AccountRegion scope, List<NamedPolicy> inForce, AuthorizationSubject subject) {
        Map<String, NamedPolicy> counted = new TreeMap<>();
        inForce.forEach(policy -> counted.put(policy.name(), policy));
        for (PolicyName name : subject.added()) {
            counted.put(name.value(), defaultVersion(tx, scope, name));
        }
        for (PolicyName name : subject.skipped()) {
            require(stores.policies(), tx, scope, name);
            counted.remove(name.value());
        }
        return List.copyOf(counted.values());
    }

    private NamedPolicy defaultVersion(Tx tx, AccountRegion scope, PolicyName name) {
        Policy policy = require(stores.policies(), tx, scope, name);
        PolicyVersion version = stores.policies().findVersion(tx, scope, name, policy.defaultVersion());
        if (version == null) {
            throw new IllegalStateException("policy " + name + " of " + scope + " lacks its default version");
        }
        return documents.read(version);
    }
}
