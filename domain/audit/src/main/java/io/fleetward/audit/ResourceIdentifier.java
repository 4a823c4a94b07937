// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

import io.fleetward.kernel.AccountId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Names one resource that a check judged (audit, finding shape).
 *
 * <p>Immutable. Each variant knows its API members; {@link #of} turns members back into the variant.
 */
public sealed interface ResourceIdentifier {
    /** A device certificate by its 64 hexadecimal digits. */
    record DeviceCertificate(String certificateId) implements ResourceIdentifier {}

    /** A registered CA certificate by its 64 hexadecimal digits. */
    record CaCertificate(String certificateId) implements ResourceIdentifier {}

    /** One version of an IoT policy. */
    record PolicyVersion(String policyName, String versionId) implements ResourceIdentifier {}

    /** The roles of a pool of web identities. */
    record CognitoIdentityPool(String poolId) implements ResourceIdentifier {}

    /** An MQTT client id. */
    record ClientId(String clientId) implements ResourceIdentifier {}

    /** The settings of the account itself. */
    record AccountSettings(AccountId account) implements ResourceIdentifier {}

    /** A role alias by its ARN. */
    record RoleAlias(String arn) implements ResourceIdentifier {}

    /** A role by its ARN. */
    record IamRole(String arn) implements ResourceIdentifier {}

    /**
     * A certificate that issued others and need not be registered.
     *
     * @param issuerId the SHA-256 of the certificate as 64 hexadecimal digits
     * @param serialNumber upper-case hexadecimal digits, the last 20 of a longer one
     */
    record IssuerCertificate(String subject, String issuerId, String serialNumber) implements ResourceIdentifier {}

    /** The kind of resource this names. */
    default ResourceType type() {
        return switch (this) {
            case DeviceCertificate _ -> ResourceType.DEVICE_CERTIFICATE;
            case CaCertificate _ -> ResourceType.CA_CERTIFICATE;
            case PolicyVersion _ -> ResourceType.IOT_POLICY;
            case CognitoIdentityPool _ -> ResourceType.COGNITO_IDENTITY_POOL;
            case ClientId _ -> ResourceType.CLIENT_ID;
            case AccountSettings _ -> ResourceType.ACCOUNT_SETTINGS;
            case RoleAlias _ -> ResourceType.ROLE_ALIAS;
            case IamRole _ -> ResourceType.IAM_ROLE;
            case IssuerCertificate _ -> ResourceType.ISSUER_CERTIFICATE;
        };
    }

    /** The values of the type's members, in the type's order. */
    private List<String> values() {
        return switch (this) {
            case DeviceCertificate(String id) -> List.of(id);
            case CaCertificate(String id) -> List.of(id);
            case PolicyVersion(String name, String version) -> List.of(name, version);
            case CognitoIdentityPool(String id) -> List.of(id);
            case ClientId(String id) -> List.of(id);
            case AccountSettings(AccountId account) -> List.of(account.value());
            case RoleAlias(String arn) -> List.of(arn);
            case IamRole(String arn) -> List.of(arn);
            case IssuerCertificate(String subject, String id, String serial) -> List.of(subject, id, serial);
        };
    }

    /** The identifier's API members with their values; their order is the order of an identifier's parts in the hub. */
    default SequencedMap<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        Iterator<String> names = type().members().iterator();
        values().forEach(value -> members.put(names.next(), value));
        return members;
    }

    /** The identifier in a sentence: its parts joined by a colon. */
    default String text() {
        return String.join(":", members().values());
    }

    /** The identifier of this type with these members; the inverse of {@link #members}. */
    static ResourceIdentifier of(ResourceType type, Map<String, String> members) {
        List<String> values = type.members().stream()
                .map(name -> Objects.requireNonNull(members.get(name), name))
                .toList();
        String first = values.getFirst();
        return switch (type) {
            case DEVICE_CERTIFICATE -> new DeviceCertificate(first);
            case CA_CERTIFICATE -> new CaCertificate(first);
            case IOT_POLICY -> new PolicyVersion(first, values.get(1));
            case COGNITO_IDENTITY_POOL -> new CognitoIdentityPool(first);
            case CLIENT_ID -> new ClientId(first);
            case ACCOUNT_SETTINGS -> new AccountSettings(new AccountId(first));
            case ROLE_ALIAS -> new RoleAlias(first);
            case IAM_ROLE -> new IamRole(first);
            case ISSUER_CERTIFICATE -> new IssuerCertificate(first, values.get(1), values.get(2));
        };
    }
}
