// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks worth having that AWS does not have: nobody has one until it is created from here (audit, more checks worth
 * having).
 *
 * <p>What cannot be said with the facts there are is missing: the TLS version in use is not recorded; just-in-time
 * registration, custom authorizers and domain configurations do not exist here.
 */
public final class CheckTemplates {
    /** All templates, in the order of the reference. */
    public static final List<CustomCheck> ALL = List.of(
            new CustomCheck(
                    new CheckName("CUSTOM_DEVICE_CERTIFICATE_WEAK_SIGNATURE_CHECK"),
                    "Device certificate signed with a weak hash",
                    "Registration refuses such certificates; this finds those that came in otherwise or lie in files.",
                    Severity.HIGH,
                    SubjectType.DEVICE_CERTIFICATE,
                    "certificate.status == 'ACTIVE' && certificate.signatureAlgorithm.matches('^(MD2|MD5|SHA1)with')",
                    new ReasonCode("CERTIFICATE_SIGNED_WITH_WEAK_HASH"),
                    "Certificate was signed with a hash function that has been broken.",
                    "Issue a new certificate that is signed with SHA-256 or better, move the device, revoke this one."),
            new CustomCheck(
                    new CheckName("CUSTOM_CA_CERTIFICATE_WEAK_SIGNATURE_CHECK"),
                    "CA certificate signed with a weak hash",
                    "Registration refuses such certificates; this finds those that came in otherwise or lie in files.",
                    Severity.HIGH,
                    SubjectType.CA_CERTIFICATE,
                    "authority.status == 'ACTIVE' && authority.signatureAlgorithm.matches('^(MD2|MD5|SHA1)with')",
                    new ReasonCode("CERTIFICATE_SIGNED_WITH_WEAK_HASH"),
                    "CA certificate was signed with a hash function that has been broken.",
                    "Register a CA certificate that is signed with SHA-256 or better and deactivate this one."),
            new CustomCheck(
                    new CheckName("CUSTOM_DEVICE_CERTIFICATE_SHORT_KEY_CHECK"),
                    "Device certificate with an RSA key under 3072 bits",
                    "Shorter keys are not recommended for devices that stay in use beyond 2030.",
                    Severity.LOW,
                    SubjectType.DEVICE_CERTIFICATE,
                    "certificate.status == 'ACTIVE' && certificate.keyAlgorithm == 'RSA' && certificate.keyBits < 3072",
                    new ReasonCode("CERTIFICATE_KEY_TOO_SHORT"),
                    "Certificate has an RSA key of less than 3072 bits.",
                    "Issue a new certificate with an EC key or a longer RSA key, move the device, revoke this one."),
            new CustomCheck(
                    new CheckName("CUSTOM_DEVICE_CERTIFICATE_WITHOUT_THING_CHECK"),
                    "Active device certificate without a thing",
                    "A certificate of no known device is overlooked when devices are reviewed or retired.",
                    Severity.MEDIUM,
                    SubjectType.DEVICE_CERTIFICATE,
                    "certificate.status == 'ACTIVE' && certificate.thingNames.size() == 0",
                    new ReasonCode("CERTIFICATE_WITHOUT_THING"),
                    "Active certificate is not attached to any thing.",
                    "Attach the certificate to the thing of its device, or deactivate it."),
            new CustomCheck(
                    new CheckName("CUSTOM_THING_WITHOUT_CERTIFICATE_CHECK"),
                    "Thing without an active certificate",
                    "Such a device cannot connect with a certificate of its own, if it exists at all.",
                    Severity.LOW,
                    SubjectType.THING,
                    "thing.activeCertificateIds.size() == 0",
                    new ReasonCode("THING_WITHOUT_CERTIFICATE"),
                    "Thing has no active certificate.",
                    "Give the device a certificate, or delete the thing."),
            new CustomCheck(
                    new CheckName("CUSTOM_DEVICE_CERTIFICATE_OF_MANY_THINGS_CHECK"),
                    "Device certificate attached to many things",
                    "Devices that share a certificate cannot be told apart and can only be cut off together.",
                    Severity.HIGH,
                    SubjectType.DEVICE_CERTIFICATE,
                    "certificate.status == 'ACTIVE' && certificate.thingNames.size() > 1",
                    new ReasonCode("CERTIFICATE_ATTACHED_TO_MANY_THINGS"),
                    "Certificate is attached to more than one thing.",
                    "Give each device a certificate of its own."),
            new CustomCheck(
                    new CheckName("CUSTOM_DEVICE_CERTIFICATE_NEVER_CONNECTED_CHECK"),
                    "Stale device certificate",
                    "Connections are remembered for 31 days; a younger certificate is not judged.",
                    Severity.LOW,
                    SubjectType.DEVICE_CERTIFICATE,
                    "certificate.status == 'ACTIVE' && certificate.connectionCount == 0 "
                            + "&& now - certificate.createdAt > duration('744h')",
                    new ReasonCode("CERTIFICATE_NOT_USED"),
                    "Active certificate was not used by any connection in the last 31 days.",
                    "Find out whether the device is still in use; if not, deactivate the certificate."),
            new CustomCheck(
                    new CheckName("CUSTOM_IOT_POLICY_UNATTACHED_CHECK"),
                    "IoT policy that is not attached",
                    "Nobody reviews a policy without effect, until somebody attaches it.",
                    Severity.LOW,
                    SubjectType.IOT_POLICY,
                    "policy.targets.size() == 0",
                    new ReasonCode("POLICY_NOT_ATTACHED"),
                    "Policy is not attached to any certificate or group.",
                    "Delete the policy if nobody needs it."),
            new CustomCheck(
                    new CheckName("CUSTOM_IOT_POLICY_CONNECT_WILDCARD_CHECK"),
                    "IoT policy with a wildcard in Connect",
                    "Stricter than IOT_POLICY_OVERLY_PERMISSIVE_CHECK, which accepts a wildcard after a prefix.",
                    Severity.MEDIUM,
                    SubjectType.IOT_POLICY,
                    "policy.allows['iot:Connect'].exists(r, r.matches('^[*]+$|:client/.*[*]'))",
                    new ReasonCode("POLICY_ALLOWS_CONNECT_WITH_WILDCARD"),
                    "Policy allows to connect with client ids that match a wildcard.",
                    "Allow client/${iot:Connection.Thing.ThingName} and nothing else."),
            new CustomCheck(
                    new CheckName("CUSTOM_DEVICE_CERTIFICATE_NAME_MISMATCH_CHECK"),
                    "Common name differs from the thing",
                    "Certificates whose common name is the thing's name tell by themselves whose they are.",
                    Severity.LOW,
                    SubjectType.DEVICE_CERTIFICATE,
                    "certificate.status == 'ACTIVE' && certificate.commonName != '' "
                            + "&& certificate.thingNames.size() > 0 "
                            + "&& !(certificate.commonName in certificate.thingNames)",
                    new ReasonCode("COMMON_NAME_DIFFERS_FROM_THING"),
                    "Certificate names another device than the thing that it is attached to.",
                    "Attach the certificate to the right thing, or issue one with the right name."));

    private CheckTemplates() {}

    /** The template of this name, or null. */
    public static @Nullable CustomCheck find(String name) {
        return ALL.stream()
                .filter(template -> template.name().value().equals(name))
                .findFirst()
                .orElse(null);
    }
}
