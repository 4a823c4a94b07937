// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

import java.util.List;

/** The kinds of resources that checks judge or name as related; the constants carry their API names. */
public enum ResourceType {
    DEVICE_CERTIFICATE("AwsIotDeviceCertificate", "deviceCertificateId"),
    CA_CERTIFICATE("AwsIotCaCertificate", "caCertificateId"),
    IOT_POLICY("AwsIotPolicy", "policyName", "policyVersionId"),
    COGNITO_IDENTITY_POOL("AwsCognitoIdentityPool", "cognitoIdentityPoolId"),
    CLIENT_ID("AwsIotClientId", "clientId"),
    ACCOUNT_SETTINGS("AwsIotAccountSettings", "account"),
    ROLE_ALIAS("AwsIotRoleAlias", "roleAliasArn"),
    IAM_ROLE("AwsIamRole", "iamRoleArn"),
    ISSUER_CERTIFICATE(
            "AwsIotIssuerCertificate", "issuerCertificateSubject", "issuerId", "issuerCertificateSerialNumber");

    private final String hubType;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable one
    private final List<String> members;

    ResourceType(String hubType, String... members) {
        this.hubType = hubType;
        this.members = List.of(members);
    }

    /** The resource type in a finding of the hub (audit, resources). */
    public String hubType() {
        return hubType;
    }

    /** The API members that name such a resource, in the order in which the hub joins them. */
    public List<String> members() {
        return members;
    }
}
