// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.testkit.VirtualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationSignerTest {
    @TempDir
    Path folder;

    private final VirtualClock clock = VirtualClock.atStart();
    private BuiltInAuthority authority;

    @BeforeEach
    void open() {
        authority = new AuthorityFolder(folder, ServerKeyType.P256, clock, new SecureRandom()).open();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @ParameterizedTest
    @CsvSource({"SHA1, SHA1withRSA", "SHA256, SHA256withRSA"})
    void signsSoThatTheCertificateProvesIt(SignatureVersion version, String algorithm) throws Exception {
        NotificationSigner signer = signer();

        byte[] signature = Base64.getDecoder().decode(signer.sign("Message\nä\n", version));

        X509Certificate certificate = certificate(signer);
        certificate.verify(authority.certificate().getPublicKey());
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate);
        verifier.update("Message\nä\n".getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void makesItsKeyWhenItIsFirstNeededAndKeepsIt() throws IOException {
        NotificationSigner signer = signer();
        assertThat(folder.resolve("sns.pem")).doesNotExist();

        String name = signer.certificateName();

        assertThat(name).matches("SimpleNotificationService-[0-9a-f]{32}\\.pem");
        assertThat(signer().certificateName()).isEqualTo(name);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("sns-key.pem"))))
                .isEqualTo("rw-------");
    }

    @Test
    void showsNoOtherCertificate() {
        assertThat(signer().certificate("SimpleNotificationService-0.pem")).isNull();
        assertThat(signer().certificate("ca-key.pem")).isNull();
    }

    @Test
    void makesAnotherKeyBeforeTheCertificateEnds() {
        NotificationSigner signer = signer();
        String first = signer.certificateName();
        clock.advance(Duration.ofDays(825 - 91));
        assertThat(signer.certificateName()).isEqualTo(first);

        clock.advance(Duration.ofDays(2));

        assertThat(signer.certificateName()).isNotEqualTo(first);
        assertThat(signer().certificateName()).isEqualTo(signer.certificateName());
    }

    @Test
    void replacesFilesThatDoNotFitTogether() throws IOException {
        String first = signer().certificateName();
        Files.copy(folder.resolve("ca-key.pem"), folder.resolve("other"));
        Files.move(folder.resolve("other"), folder.resolve("sns-key.pem"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(signer().certificateName()).isNotEqualTo(first);
    }

    @Test
    void saysWhichFilesItCannotUse() throws IOException {
        Files.createDirectories(folder.resolve("sns.pem").resolve("in the way"));

        assertThatThrownBy(() -> signer().certificateName())
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("sns-key.pem");
    }

    private NotificationSigner signer() {
        return new NotificationSigner(folder, authority, clock);
    }

    private static X509Certificate certificate(NotificationSigner signer) throws Exception {
        String pem = Objects.requireNonNull(signer.certificate(signer.certificateName()));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
