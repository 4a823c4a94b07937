// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.view.Revocation;
import io.fleetward.audit.view.RevocationList;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryRevocationListsTest {
    private static final String NAME = "CN=Plant CA,O=Example";
    private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-06-02T00:00:00Z");
    private static final KeyPair KEYS = TestCertificates.ec("secp256r1");
    private static final String ISSUER =
            TestCertificates.certificate(NAME, KEYS).ca().pem();

    @TempDir
    private Path folder;

    @Test
    void readsAListInDer() throws IOException {
        Files.write(
                folder.resolve("plant.crl"),
                aList(MONDAY).revoking(5, CRLReason.keyCompromise).der(KEYS));

        RevocationList list = issued();

        assertThat(list.entries()).isEqualTo(Map.of(BigInteger.valueOf(5), new Revocation(MONDAY, "keyCompromise")));
        assertThat(list.nextUpdate()).isEqualTo(MONDAY.plusSeconds(86_400));
    }

    @Test
    void readsListsInPem() throws IOException {
        String pem = Pem.encode(
                "X509 CRL", aList(MONDAY).revoking(5, CRLReason.superseded).der(KEYS));
        Files.writeString(folder.resolve("plant.pem"), pem + pem);

        assertThat(issued().entries()).containsOnlyKeys(BigInteger.valueOf(5));
    }

    @Test
    void believesTheNewestList() throws IOException {
        Files.write(
                folder.resolve("a.crl"),
                aList(TUESDAY).revoking(6, CRLReason.unspecified).der(KEYS));
        Files.write(
                folder.resolve("b.crl"),
                aList(MONDAY).revoking(5, CRLReason.unspecified).der(KEYS));

        assertThat(issued().entries()).containsOnlyKeys(BigInteger.valueOf(6));
    }

    @Test
    void appliesChangesPublishedAfterTheList() throws IOException {
        Files.write(
                folder.resolve("a.crl"),
                aList(MONDAY)
                        .revoking(5, CRLReason.certificateHold)
                        .revoking(6, CRLReason.keyCompromise)
                        .der(KEYS));
        Files.write(
                folder.resolve("b.crl"),
                aList(TUESDAY).delta().revoking(5, CRLReason.removeFromCRL).der(KEYS));

        RevocationList list = issued();

        assertThat(list.revocationOf(BigInteger.valueOf(5), TUESDAY)).isNull();
        assertThat(list.revocationOf(BigInteger.valueOf(6), TUESDAY)).isNotNull();
        assertThat(list.nextUpdate()).isEqualTo(TUESDAY.plusSeconds(86_400));
    }

    @Test
    void believesNoListThatAnotherKeySigned() throws IOException {
        Files.write(
                folder.resolve("forged.crl"),
                aList(MONDAY).revoking(5, CRLReason.keyCompromise).der(TestCertificates.ec("secp256r1")));

        assertThat(list()).isNull();
    }

    @Test
    void passesOverWhatIsNoList() throws IOException {
        Files.write(folder.resolve("plant.crl"), aList(MONDAY).der(KEYS));
        Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n");
        Files.write(folder.resolve("noise.crl"), "noise".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("large.crl"), new byte[(int) CrlFile.LARGEST + 1]);
        Files.writeString(folder.resolve("readme.txt"), "no list at all");
        Files.createDirectory(folder.resolve("folder.crl"));

        assertThat(issued().entries()).isEmpty();
    }

    @Test
    void readsAFileAgainWhenItChanges() throws IOException {
        var lists = new DirectoryRevocationLists(folder);
        Path file = folder.resolve("plant.crl");
        Files.write(file, aList(MONDAY).der(KEYS));
        assertThat(Objects.requireNonNull(lists.issuedBy(ISSUER)).entries()).isEmpty();

        Files.write(file, aList(TUESDAY).revoking(5, CRLReason.unspecified).der(KEYS));
        Files.setLastModifiedTime(file, FileTime.from(TUESDAY));
        assertThat(Objects.requireNonNull(lists.issuedBy(ISSUER)).entries()).hasSize(1);

        Files.delete(file);
        assertThat(lists.issuedBy(ISSUER)).isNull();
    }

    @Test
    void knowsNothingWithoutAFolder() {
        assertThat(new DirectoryRevocationLists(folder.resolve("missing")).issuedBy(ISSUER))
                .isNull();
        assertThat(new DirectoryRevocationLists(folder).issuedBy("no certificate"))
                .isNull();
    }

    private RevocationList issued() {
        return Objects.requireNonNull(list());
    }

    private @Nullable RevocationList list() {
        return new DirectoryRevocationLists(folder).issuedBy(ISSUER);
    }

    private static Draft aList(Instant thisUpdate) {
        return new Draft(thisUpdate);
    }

    /** A revocation list being put together. */
    private static final class Draft {
        private final X509v2CRLBuilder builder;
        private final Date thisUpdate;

        private Draft(Instant thisUpdate) {
            this.thisUpdate = Date.from(thisUpdate);
            builder = new X509v2CRLBuilder(new X500Name(NAME), this.thisUpdate);
            builder.setNextUpdate(Date.from(thisUpdate.plusSeconds(86_400)));
        }

        Draft revoking(long serial, int reason) {
            builder.addCRLEntry(BigInteger.valueOf(serial), thisUpdate, reason);
            return this;
        }

        Draft delta() throws IOException {
            builder.addExtension(Extension.deltaCRLIndicator, true, new ASN1Integer(1));
            return this;
        }

        byte[] der(KeyPair keys) throws IOException {
            try {
                var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
                return builder.build(signer).getEncoded();
            } catch (OperatorCreationException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
