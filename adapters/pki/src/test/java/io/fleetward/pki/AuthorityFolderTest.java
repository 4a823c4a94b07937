// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.TerminalException;
import io.fleetward.testkit.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityFolderTest {
    @TempDir
    Path folder;

    @Test
    void makesAnAuthorityAtTheFirstStart() throws IOException {
        X509Certificate certificate = open(folder);

        assertThat(certificate.getSubjectX500Principal().getName()).matches("CN=Fleetward CA [0-9a-f]{8},O=Fleetward");
        assertThat(certificate.getBasicConstraints()).isZero();
        assertThat(certificate.getKeyUsage()[5]).isTrue();
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(permissions("ca-key.pem")).isEqualTo("rw-------");
        assertThat(permissions("ca.pem")).isEqualTo("rw-r--r--");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void keepsTheAuthorityAcrossStarts() {
        assertThat(open(folder)).isEqualTo(open(folder));
    }

    @Test
    void givesEveryServerAnAuthorityOfItsOwnName() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThat(open(folder).getSubjectX500Principal())
                .isNotEqualTo(open(other).getSubjectX500Principal());
    }

    @Test
    void startsAfreshWhenOnlyAKeyWasWritten() throws IOException {
        open(folder);
        Files.delete(folder.resolve("ca.pem"));

        assertThat(open(folder)).isEqualTo(open(folder));
    }

    @Test
    void refusesACertificateWithoutItsKey() throws IOException {
        open(folder);
        Files.delete(folder.resolve("ca-key.pem"));

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("ca-key.pem");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        open(folder);
        open(other);
        Files.copy(other.resolve("ca-key.pem"), folder.resolve("ca-key.pem"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(TerminalException.class)
                .hasMessageContaining("ca.pem");
    }

    @Test
    void refusesDamagedFiles() throws IOException {
        open(folder);
        Files.writeString(folder.resolve("ca-key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");

        assertThatThrownBy(() -> open(folder)).isInstanceOf(TerminalException.class);

        Files.writeString(folder.resolve("ca.pem"), "nonsense");

        assertThatThrownBy(() -> open(folder)).isInstanceOf(TerminalException.class);
    }

    private static X509Certificate open(Path folder) {
        try (BuiltInAuthority authority =
                new AuthorityFolder(folder, ServerKeyType.P256, VirtualClock.atStart(), new SecureRandom()).open()) {
            return authority.certificate();
        }
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }
}
