// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.aws.model.iot.IssuerCertificateIdentifier;
import io.fleetward.aws.model.iot.PolicyVersionIdentifier;
import io.fleetward.aws.model.iot.ResourceIdentifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identifiers of audited resources, between the wire and the domain. */
final class AuditResources {
    private AuditResources() {}

    static ResourceIdentifier identifier(io.fleetward.audit.ResourceIdentifier identifier) {
        var wire = ResourceIdentifier.builder();
        return switch (identifier) {
            case io.fleetward.audit.ResourceIdentifier.DeviceCertificate certificate ->
                wire.deviceCertificateId(certificate.certificateId()).build();
            case io.fleetward.audit.ResourceIdentifier.CaCertificate certificate ->
                wire.caCertificateId(certificate.certificateId()).build();
            case io.fleetward.audit.ResourceIdentifier.PolicyVersion policy ->
                wire.policyVersionIdentifier(PolicyVersionIdentifier.builder()
                                .policyName(policy.policyName())
                                .policyVersionId(policy.versionId())
                                .build())
                        .build();
            case io.fleetward.audit.ResourceIdentifier.AccountSettings settings ->
                wire.account(settings.account().value()).build();
        };
    }

    /** The members that were given, those of nested structures under their own names; empty when nothing was. */
    static Map<String, String> members(@Nullable ResourceIdentifier identifier) {
        var members = new HashMap<String, String>();
        if (identifier == null) {
            return members;
        }
        put(members, "deviceCertificateId", identifier.deviceCertificateId());
        put(members, "deviceCertificateArn", identifier.deviceCertificateArn());
        put(members, "caCertificateId", identifier.caCertificateId());
        put(members, "cognitoIdentityPoolId", identifier.cognitoIdentityPoolId());
        put(members, "clientId", identifier.clientId());
        put(members, "account", identifier.account());
        put(members, "iamRoleArn", identifier.iamRoleArn());
        put(members, "roleAliasArn", identifier.roleAliasArn());
        PolicyVersionIdentifier policy = identifier.policyVersionIdentifier();
        if (policy != null) {
            put(members, "policyName", policy.policyName());
            put(members, "policyVersionId", policy.policyVersionId());
        }
        IssuerCertificateIdentifier issuer = identifier.issuerCertificateIdentifier();
        if (issuer != null) {
            put(members, "issuerCertificateSubject", issuer.issuerCertificateSubject());
            put(members, "issuerId", issuer.issuerId());
            put(members, "issuerCertificateSerialNumber", issuer.issuerCertificateSerialNumber());
        }
        return members;
    }

    private static void put(Map<String, String> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
