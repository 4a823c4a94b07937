// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.load.LoadTls;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A maker's certificates: one authority, so many device certificates of one kind, and a server certificate for the peer
 * that has no authority of its own. Files in a folder: {@code ca.pem}, {@code server.crt}, {@code N.crt}, and keys.
 */
record MqttDevices(Path folder, int count, boolean isRsa) {
    private static final Duration LIFETIME = Duration.ofDays(2);

    /** Makes the certificates. */
    static MqttDevices create(Path folder, int count, boolean isRsa) throws Exception {
        Files.createDirectories(folder);
        var devices = new MqttDevices(folder, count, isRsa);
        X509Bundle authority =
                devices.certificate("Maker").setIsCertificateAuthority(true).buildSelfSigned();
        Files.writeString(devices.caFile(), authority.getCertificatePEM());
        devices.write(
                "server",
                devices.certificate("localhost").addSanDnsName("localhost").buildIssuedBy(authority));
        for (int i = 0; i < count; i++) {
            devices.write(
                    Integer.toString(i), devices.certificate("device-" + i).buildIssuedBy(authority));
        }
        return devices;
    }

    /** What trusts every certificate of this maker. */
    Path caFile() {
        return folder.resolve("ca.pem");
    }

    Path serverCertificate() {
        return folder.resolve("server.crt");
    }

    Path serverKey() {
        return folder.resolve("server.key");
    }

    String pem(int number) throws IOException {
        return Files.readString(tls(caFile()).certificateFile(number));
    }

    /** The id under which the registry knows the certificate. */
    String certificateId(int number) throws IOException, GeneralSecurityException {
        String base64 = pem(number).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        byte[] der = java.util.Base64.getDecoder().decode(base64);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    }

    /** What the generator's clients connect with, trusting that authority. */
    LoadTls tls(Path trusted) {
        return new LoadTls(trusted, folder, count, isRsa);
    }

    private CertificateBuilder certificate(String name) {
        var builder = new CertificateBuilder()
                .subject("CN=" + name)
                .notBefore(Instant.now().minus(Duration.ofHours(1)))
                .notAfter(Instant.now().plus(LIFETIME));
        return isRsa ? builder.rsa2048() : builder.ecp256();
    }

    private void write(String name, X509Bundle bundle) throws IOException {
        Files.writeString(folder.resolve(name + ".crt"), bundle.getCertificatePEM());
        Files.writeString(folder.resolve(name + ".key"), bundle.getPrivateKeyPEM());
    }
}
