// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.registry.DevicePrincipals;
import io.fleetward.application.registry.certificate.CertificateParser;
import io.fleetward.application.registry.certificate.CertificateParser.Outcome;
import io.fleetward.application.registry.certificate.Certificates;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.registry.DevicePrincipal;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import io.fleetward.registry.certificate.Certificate;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.thing.RegistryNames;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingName;
import io.fleetward.registry.thing.ThingPrincipal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a device's principal in the registry with at most six look-ups (iot-core, which policies apply).
 *
 * <p>Thread-safe. The certificate is taken apart only when a policy in force asks for its attributes.
 */
public final class RegisteredDevicePrincipals implements DevicePrincipals {
    private final Certificates certificates;
    private final CertificateParser parser;
    private final ThingStores things;
    private final PoliciesInForce policies;
    private final PolicyDocuments documents;
    private final InstantSource clock;

    /** Where certificates are found, and what reads them. */
    public record CertificateSource(Certificates certificates, CertificateParser parser) {}

    /** Where policies are found, and what reads them. */
    public record PolicySource(PolicyAttachments attachments, PolicyDocuments documents) {}

    public RegisteredDevicePrincipals(
            CertificateSource certificates, ThingStores things, PolicySource policies, InstantSource clock) {
        this.certificates = certificates.certificates();
        this.parser = certificates.parser();
        this.things = things;
        this.policies = new PoliciesInForce(policies.attachments(), things.members());
        this.documents = policies.documents();
        this.clock = clock;
    }

    @Override
    public List<AccountRegion> scopesOf(Tx tx, String certificateId) {
        if (!CertificateId.isValid(certificateId)) {
            return List.of();
        }
        return certificates.findEverywhere(tx, new CertificateId(certificateId)).stream()
                .map(Certificate::scope)
                .toList();
    }

    @Override
    public @Nullable DevicePrincipal resolve(Tx tx, AccountRegion scope, String certificateId, String clientId) {
        if (!CertificateId.isValid(certificateId)) {
            return null;
        }
        Certificate certificate = certificates.find(tx, scope, new CertificateId(certificateId));
        if (certificate == null) {
            return null;
        }
        AssociatedThing thing = associatedThing(tx, certificate, clientId);
        ThingName name = thing == null ? null : new ThingName(thing.name());
        List<NamedPolicy> inForce = policies.of(tx, scope, PolicyTarget.of(scope, certificate.id()), name).stream()
                .map(documents::read)
                .toList();
        return new DevicePrincipal(
                scope,
                certificateId,
                certificate.mayConnect(clock.instant()),
                thing,
                inForce,
                attributes(certificate, inForce));
    }

    private @Nullable AssociatedThing associatedThing(Tx tx, Certificate certificate, String clientId) {
        ThingPrincipal attachment = attachment(tx, certificate, clientId);
        Thing thing = attachment == null ? null : things.things().find(tx, certificate.scope(), attachment.thing());
        if (attachment == null || thing == null) {
            return null;
        }
        String type = thing.type() == null ? null : thing.type().value();
        return new AssociatedThing(
                thing.name().value(), type, thing.attributes().values(), attachment.isExclusive());
    }

    /** The exclusive attachment, else the one to the thing that the client calls itself. */
    private @Nullable ThingPrincipal attachment(Tx tx, Certificate certificate, String clientId) {
        AccountRegion scope = certificate.scope();
        ThingPrincipal exclusive = things.principals().findExclusive(tx, scope, certificate.id());
        if (exclusive != null) {
            return exclusive;
        }
        return RegistryNames.isValid(clientId)
                ? things.principals().find(tx, scope, new ThingName(clientId), certificate.id())
                : null;
    }

    private Map<String, List<String>> attributes(Certificate certificate, List<NamedPolicy> inForce) {
        boolean isAsked = inForce.stream()
                .flatMap(policy -> policy.document().keys())
                .anyMatch(ContextKey::isCertificateAttribute);
        return isAsked && parser.parse(certificate.x509().pem()) instanceof Outcome.Parsed(var parsed)
                ? CertificateAttributes.forPolicies(parsed.policyVariables())
                : Map.of();
    }
}
