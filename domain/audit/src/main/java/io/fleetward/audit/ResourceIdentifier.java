// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

import io.fleetward.kernel.AccountId;
import java.util.LinkedHashMap;
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

    /** The settings of the account itself. */
    record AccountSettings(AccountId account) implements ResourceIdentifier {}

    /** The kind of resource this names. */
    default ResourceType type() {
        return switch (this) {
            case DeviceCertificate _ -> ResourceType.DEVICE_CERTIFICATE;
            case CaCertificate _ -> ResourceType.CA_CERTIFICATE;
            case PolicyVersion _ -> ResourceType.IOT_POLICY;
            case AccountSettings _ -> ResourceType.ACCOUNT_SETTINGS;
        };
    }

    /** The identifier's API members with their values; their order is the order of an identifier's parts in the hub. */
    default SequencedMap<String, String> members() {
        return switch (this) {
            case DeviceCertificate(String id) -> inOrder("deviceCertificateId", id);
            case CaCertificate(String id) -> inOrder("caCertificateId", id);
            case PolicyVersion(String name, String version) -> inOrder("policyName", name, "policyVersionId", version);
            case AccountSettings(AccountId account) -> inOrder("account", account.value());
        };
    }

    /** The identifier in a sentence: its parts joined by a colon. */
    default String text() {
        return String.join(":", members().values());
    }

    /** The identifier of this type with these members; the inverse of {@link #members}. */
    static ResourceIdentifier of(ResourceType type, Map<String, String> members) {
        return switch (type) {
            case DEVICE_CERTIFICATE -> new DeviceCertificate(member(members, "deviceCertificateId"));
            case CA_CERTIFICATE -> new CaCertificate(member(members, "caCertificateId"));
            case IOT_POLICY -> new PolicyVersion(member(members, "policyName"), member(members, "policyVersionId"));
            case ACCOUNT_SETTINGS -> new AccountSettings(new AccountId(member(members, "account")));
        };
    }

    private static String member(Map<String, String> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private static SequencedMap<String, String> inOrder(String... namesAndValues) {
        var members = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return members;
    }
}
