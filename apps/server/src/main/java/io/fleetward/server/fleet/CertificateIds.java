// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import io.fleetward.server.fleet.FleetFolder.Credentials;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/** The id by which the registry knows a certificate: the SHA-256 of its bytes. */
final class CertificateIds {
    private CertificateIds() {}

    static String of(Credentials credentials) {
        byte[] der = Base64.getMimeDecoder().decode(credentials.certificatePem().replaceAll("-----[A-Z ]+-----", ""));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
