// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.certificate;

/**
 * The name of a certificate's subject or issuer.
 *
 * <p>Immutable.
 *
 * @param text for people, in the form of RFC 2253
 * @param canonical equal exactly for names that RFC 5280 compares as equal; what names are looked up by
 */
public record DistinguishedName(String text, String canonical) {
    public boolean matches(DistinguishedName other) {
        return canonical.equals(other.canonical);
    }
}
