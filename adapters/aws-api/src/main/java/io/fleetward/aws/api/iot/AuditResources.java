// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.aws.model.iot.IssuerCertificateIdentifier;
import io.fleetward.aws.model.iot.PolicyVersionIdentifier;
import io.fleetward.aws.model.iot.ResourceIdentifier;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.certificate.CertificateId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identifiers of audited resources, between the wire and the domain. */
final class AuditResources {
    private AuditResources() {}

    static ResourceIdentifier identifier(io.fleetward.audit.ResourceIdentifier identifier) {
        Map<String, String> members = identifier.members();
        var wire = ResourceIdentifier.builder();
        return switch (identifier.type()) {
            case DEVICE_CERTIFICATE ->
                wire.deviceCertificateId(members.get("deviceCertificateId")).build();
            case CA_CERTIFICATE ->
                wire.caCertificateId(members.get("caCertificateId")).build();
            case IOT_POLICY ->
                wire.policyVersionIdentifier(PolicyVersionIdentifier.builder()
                                .policyName(members.get("policyName"))
                                .policyVersionId(members.get("policyVersionId"))
                                .build())
                        .build();
            case COGNITO_IDENTITY_POOL ->
                wire.cognitoIdentityPoolId(members.get("cognitoIdentityPoolId")).build();
            case CLIENT_ID -> wire.clientId(members.get("clientId")).build();
            case ACCOUNT_SETTINGS -> wire.account(members.get("account")).build();
            case ROLE_ALIAS -> wire.roleAliasArn(members.get("roleAliasArn")).build();
            case IAM_ROLE -> wire.iamRoleArn(members.get("iamRoleArn")).build();
            case ISSUER_CERTIFICATE ->
                wire.issuerCertificateIdentifier(IssuerCertificateIdentifier.builder()
                                .issuerCertificateSubject(members.get("issuerCertificateSubject"))
                                .issuerId(members.get("issuerId"))
                                .issuerCertificateSerialNumber(members.get("issuerCertificateSerialNumber"))
                                .build())
                        .build();
        };
    }

    /** As {@link #identifier}, with the ARN of a device certificate beside its id. */
    static ResourceIdentifier related(AccountRegion scope, io.fleetward.audit.ResourceIdentifier identifier) {
        return switch (identifier) {
            case io.fleetward.audit.ResourceIdentifier.DeviceCertificate(String id) ->
                ResourceIdentifier.builder()
                        .deviceCertificateId(id)
                        .deviceCertificateArn(new CertificateId(id).arn(scope).toString())
                        .build();
            default -> identifier(identifier);
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
