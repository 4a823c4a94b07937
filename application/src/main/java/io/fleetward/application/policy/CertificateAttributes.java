// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prepares the attributes of a certificate for policies (iot-core, context keys). */
final class CertificateAttributes {
    private static final int MOST_VALUES = 5;
    private static final String SPECIAL = ",\"\\+=<>;";

    private CertificateAttributes() {}

    /** The first five values of each attribute, special characters escaped by a backslash. */
    static Map<String, List<String>> forPolicies(Map<String, List<String>> raw) {
        var prepared = new TreeMap<String, List<String>>();
        raw.forEach((key, values) -> prepared.put(
                key,
                values.stream()
                        .limit(MOST_VALUES)
                        .map(CertificateAttributes::escaped)
                        .toList()));
        return prepared;
    }

    private static String escaped(String value) {
        var escaped = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (SPECIAL.indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.append(character);
        }
        return escaped.toString();
    }
}
