// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code iot:Certificate.*} policy variables of a certificate (iot-core, context keys). */
final class PolicyVariables {
    private static final String PREFIX = "iot:Certificate.";
    /** How the library numbers the kinds of alternative names that policies can ask for. */
    private static final Map<Integer, String> ALTERNATIVE_NAMES = Map.of(
            1, "RFC822Name",
            2, "DNSName",
            4, "DirectoryName",
            6, "UniformResourceIdentifier",
            7, "IPAddress");

    private PolicyVariables() {}

    static Map<String, List<String>> of(X509Certificate certificate) throws CertificateParsingException {
        var variables = new TreeMap<String, List<String>>();
        DistinguishedNames.addVariables(certificate.getSubjectX500Principal(), PREFIX + "Subject.", variables);
        DistinguishedNames.addVariables(certificate.getIssuerX500Principal(), PREFIX + "Issuer.", variables);
        addAlternativeNames(certificate.getSubjectAlternativeNames(), "Subject", variables);
        addAlternativeNames(certificate.getIssuerAlternativeNames(), "Issuer", variables);
        variables.put(
                PREFIX + "SerialNumber", List.of(certificate.getSerialNumber().toString(16)));
        return variables;
    }

    private static void addAlternativeNames(
            @Nullable Collection<List<?>> names, String owner, Map<String, List<String>> variables) {
        if (names == null) {
            return;
        }
        for (List<?> name : names) {
            String kind = name.getFirst() instanceof Integer number ? ALTERNATIVE_NAMES.get(number) : null;
            if (kind != null && name.get(1) instanceof String value) {
                variables
                        .computeIfAbsent(PREFIX + owner + ".AlternativeName." + kind, _ -> new ArrayList<>())
                        .add(value);
            }
        }
    }
}
