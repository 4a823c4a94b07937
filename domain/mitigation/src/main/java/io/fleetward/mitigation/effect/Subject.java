// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.effect;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CertificateId;
import java.util.List;

/**
 * What actions are applied to: one finding or one violation.
 *
 * <p>Immutable. The accessors answer only for subjects that the type of action may be applied to.
 */
public sealed interface Subject {
    /** A finding of an audit, with everything that is related to it. */
    record OfFinding(AuditFinding finding) implements Subject {
        @Override
        public List<CertificateId> certificates() {
            return switch (finding.resource().identifier()) {
                case ResourceIdentifier.DeviceCertificate(String id) -> List.of(new CertificateId(id));
                case ResourceIdentifier.IssuerCertificate _ ->
                    finding.related().stream()
                            .map(AuditedResource::identifier)
                            .filter(ResourceIdentifier.DeviceCertificate.class::isInstance)
                            .map(ResourceIdentifier.DeviceCertificate.class::cast)
                            .map(each -> new CertificateId(each.certificateId()))
                            .toList();
                case ResourceIdentifier.CaCertificate _,
                        ResourceIdentifier.PolicyVersion _,
                        ResourceIdentifier.CognitoIdentityPool _,
                        ResourceIdentifier.ClientId _,
                        ResourceIdentifier.AccountSettings _,
                        ResourceIdentifier.RoleAlias _,
                        ResourceIdentifier.IamRole _ -> throw Subject.unsuited(this, "device certificate");
            };
        }
    }

    /** A violation of a behavior. */
    record OfViolation(Violation violation) implements Subject {
        @Override
        public List<CertificateId> certificates() {
            throw Subject.unsuited(this, "device certificate");
        }
    }

    /** The device certificates that it is about. */
    List<CertificateId> certificates();

    /** The CA certificate that it is about. */
    default CaCertificateId caCertificate() {
        if (finding().resource().identifier() instanceof ResourceIdentifier.CaCertificate(String id)) {
            return new CaCertificateId(id);
        }
        throw unsuited(this, "CA certificate");
    }

    /** The name of the policy that it is about. */
    default String policy() {
        if (finding().resource().identifier() instanceof ResourceIdentifier.PolicyVersion(String name, String _)) {
            return name;
        }
        throw unsuited(this, "policy");
    }

    /** The finding. */
    default AuditFinding finding() {
        if (this instanceof OfFinding(AuditFinding finding)) {
            return finding;
        }
        throw unsuited(this, "finding");
    }

    private static IllegalStateException unsuited(Subject subject, String wanted) {
        return new IllegalStateException("an action for a " + wanted + " was applied to " + subject);
    }
}
