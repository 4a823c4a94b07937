// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.registry.certificate.DistinguishedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Names of subjects and issuers, and their attributes in the words of the policy variables. */
final class DistinguishedNames {
    /** The attributes that policies can ask for, under the policies' own names (iot-core, context keys). */
    private static final Map<ASN1ObjectIdentifier, String> POLICY_NAMES = Map.ofEntries(
            Map.entry(BCStyle.DN_QUALIFIER, "DistinguishedNameQualifier"),
            Map.entry(BCStyle.C, "Country"),
            Map.entry(BCStyle.O, "Organization"),
            Map.entry(BCStyle.OU, "OrganizationalUnit"),
            Map.entry(BCStyle.ST, "State"),
            Map.entry(BCStyle.CN, "CommonName"),
            Map.entry(BCStyle.SERIALNUMBER, "SerialNumber"),
            Map.entry(BCStyle.T, "Title"),
            Map.entry(BCStyle.SURNAME, "Surname"),
            Map.entry(BCStyle.GIVENNAME, "GivenName"),
            Map.entry(BCStyle.INITIALS, "Initials"),
            Map.entry(BCStyle.PSEUDONYM, "Pseudonym"),
            Map.entry(BCStyle.GENERATION, "GenerationQualifier"));

    private DistinguishedNames() {}

    static DistinguishedName of(X500Principal principal) {
        return new DistinguishedName(
                principal.getName(X500Principal.RFC2253), principal.getName(X500Principal.CANONICAL));
    }

    /** The values of one attribute in the order of the encoding. */
    static List<String> values(X500Principal principal, ASN1ObjectIdentifier attribute) {
        var values = new ArrayList<String>();
        for (AttributeTypeAndValue each : attributes(principal)) {
            if (each.getType().equals(attribute) && each.getValue() instanceof ASN1String text) {
                values.add(text.getString());
            }
        }
        return values;
    }

    /** Adds the attributes that policies can ask for under {@code prefix} and their policy names. */
    static void addVariables(X500Principal principal, String prefix, Map<String, List<String>> variables) {
        for (AttributeTypeAndValue each : attributes(principal)) {
            String name = POLICY_NAMES.get(each.getType());
            if (name != null && each.getValue() instanceof ASN1String text) {
                variables.computeIfAbsent(prefix + name, _ -> new ArrayList<>()).add(text.getString());
            }
        }
    }

    private static List<AttributeTypeAndValue> attributes(X500Principal principal) {
        var attributes = new ArrayList<AttributeTypeAndValue>();
        for (RDN level : X500Name.getInstance(principal.getEncoded()).getRDNs()) {
            attributes.addAll(List.of(level.getTypesAndValues()));
        }
        return attributes;
    }
}
