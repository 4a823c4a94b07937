// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.registry.certificate.CertificateAuthority.CsrOutcome;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.testkit.VirtualClock;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceKeyTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final DeviceKey key = DeviceKey.create("pump-7", new SecureRandom());

    @TempDir
    Path folder;

    @Test
    void isCertifiedByTheAuthority() throws Exception {
        try (var authority = new AuthorityFolder(folder, ServerKeyType.P256, clock, new SecureRandom()).open()) {
            assertThat(authority.issueForRequest(key.signingRequestPem()))
                    .isInstanceOfSatisfying(
                            CsrOutcome.Issued.class,
                            issued -> assertBelongsToKey(
                                    issued.certificate().facts().pem()));
        }
    }

    @Test
    void signsItsOwnCertificate() throws Exception {
        var validity = new Validity(clock.instant(), clock.instant().plus(Duration.ofDays(14)));
        String pem = key.selfSignedPem(validity);
        X509Certificate certificate = X509CertificateParser.read(pem);
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getSubjectX500Principal())
                .isEqualTo(certificate.getIssuerX500Principal())
                .hasToString("CN=pump-7");
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(validity.notAfter());
        assertBelongsToKey(pem);
    }

    @Test
    void printsNoKey() {
        assertThat(key).hasToString("DeviceKey[CN=pump-7]");
    }

    private void assertBelongsToKey(String certificatePem) {
        try {
            byte[] der = Objects.requireNonNull(Pem.decode(Pem.PRIVATE_KEY, key.privateKeyPem()));
            PrivateKey read = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
            new CertificateKey(X509CertificateParser.read(certificatePem), read).requireMatch();
        } catch (Exception mismatch) {
            throw new AssertionError(mismatch);
        }
    }
}
