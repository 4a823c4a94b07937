// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static io.fleetward.pki.TestCertificates.ec;
import static io.fleetward.pki.TestCertificates.request;
import static io.fleetward.pki.TestCertificates.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ThrottledException;
import io.fleetward.application.registry.certificate.CertificateAuthority.CsrOutcome;
import io.fleetward.application.registry.certificate.CertificateParser.Outcome;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.testkit.Seed;
import io.fleetward.testkit.VirtualClock;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuiltInAuthorityTest {
    private static final KeyPair P256 = ec("secp256r1");

    private final VirtualClock clock = VirtualClock.atStart();
    private final X509CertificateParser parser = new X509CertificateParser();

    @TempDir
    Path folder;

    private BuiltInAuthority authority;

    @BeforeEach
    void openAuthority() {
        authority = new AuthorityFolder(folder, ServerKeyType.P256, clock, new SecureRandom()).open();
    }

    @AfterEach
    void closeAuthority() {
        authority.close();
    }

    @Test
    void issuesACertificateWithMatchingKeys() throws Exception {
        var issued = authority.issueWithKeys();

        ParsedCertificate certificate = issued.certificate();
        byte[] publicDer = Pem.decode(Pem.PUBLIC_KEY, issued.publicKeyPem());
        var publicKey = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicDer));
        var privateKey = RSAPrivateKey.getInstance(Pem.decode(Pem.RSA_PRIVATE_KEY, issued.privateKeyPem()));
        assertThat(publicKey.getModulus().bitLength()).isEqualTo(2048);
        assertThat(certificate.facts().key().rsaModulus()).isEqualTo(publicKey.getModulus());
        assertThat(privateKey.getModulus()).isEqualTo(publicKey.getModulus());
        assertThat(issued.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void signsDeviceCertificatesForGood() {
        ParsedCertificate certificate = authority.issueWithKeys().certificate();

        assertThat(certificate.facts().subject().text()).isEqualTo("CN=AWS IoT Certificate");
        assertThat(certificate.facts().validity().notBefore())
                .isEqualTo(clock.instant().minus(Duration.ofMinutes(2)));
        assertThat(certificate.facts().validity().notAfter()).isEqualTo(Instant.parse("2049-12-31T23:59:59Z"));
        assertThat(certificate.isCa()).isFalse();
        assertThat(parser.isSignedBy(certificate.facts().pem(), authorityPem())).isTrue();
        assertThat(parser.parse(certificate.facts().pem())).isEqualTo(new Outcome.Parsed(certificate));
    }

    @Test
    void neverRepeatsASerialNumber() {
        String csr = request("CN=x", P256);

        var numbers = Stream.generate(() -> issued(csr).facts().serialNumber())
                .limit(20)
                .distinct();

        assertThat(numbers).hasSize(20).allMatch(number -> number.bitLength() == 159);
    }

    @ParameterizedTest
    @MethodSource("certifiableKeys")
    void issuesForTheKeyOfARequest(KeyPair keys, String algorithm, int bits) {
        ParsedCertificate certificate = issued(request("O=Water,CN=pump-7", keys));

        assertThat(certificate.facts().subject().text()).isEqualTo("CN=pump-7,O=Water");
        assertThat(certificate.facts().key().algorithm()).isEqualTo(algorithm);
        assertThat(certificate.facts().key().bits()).isEqualTo(bits);
        assertThat(parser.isSignedBy(certificate.facts().pem(), authorityPem())).isTrue();
    }

    static List<Object[]> certifiableKeys() {
        return List.of(
                new Object[] {P256, "EC", 256},
                new Object[] {ec("secp384r1"), "EC", 384},
                new Object[] {ec("secp521r1"), "EC", 521},
                new Object[] {rsa(2048), "RSA", 2048});
    }

    @Test
    void namesTheCertificateWhenTheRequestDoesNot() {
        assertThat(issued(request("", P256)).subjectCommonName()).isEqualTo("AWS IoT Certificate");
    }

    @Test
    void takesRequestsOfOlderTools() {
        String csr = request("CN=x", P256).replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST");

        assertThat(issued(csr).subjectCommonName()).isEqualTo("x");
    }

    @Test
    void refusesWeakAndUnknownKeys() {
        assertThat(refusal(request("CN=x", rsa(1024)))).contains("at least 2048 bits");
        assertThat(refusal(request("CN=x", ec("secp256k1")))).isNotEmpty();
        assertThat(refusal(request("CN=x", ec("brainpoolP256r1")))).isNotEmpty();
    }

    @Test
    void refusesARequestWithoutProofOfPossession() {
        assertThat(refusal(request("CN=x", P256, ec("secp256r1")))).contains("signature");
    }

    @Test
    void refusesTextThatIsNoRequest() {
        assertThat(refusal("hello")).contains("exactly one certificate signing request");
        assertThat(refusal(authorityPem())).contains("exactly one certificate signing request");
        assertThat(refusal("x".repeat(4097))).contains("4096");
        assertThat(refusal(Pem.encode(Pem.CERTIFICATE_REQUEST, new byte[2000]))).contains("cannot be read");
    }

    @Test
    void survivesDamagedRequests() {
        Seed seed = Seed.current();
        byte[] der = Objects.requireNonNull(Pem.decode(Pem.CERTIFICATE_REQUEST, request("CN=x,O=Water", P256)));

        Fuzz.damaged(der, seed, 2_000)
                .forEach(damaged -> assertThatCode(
                                () -> authority.issueForRequest(Pem.encode(Pem.CERTIFICATE_REQUEST, damaged)))
                        .as(seed.toString())
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @EnumSource(ServerKeyType.class)
    void provesTheServerUnderAllItsNames(ServerKeyType type) throws Exception {
        List<String> hosts = List.of("localhost", "127.0.0.1", "::1", "iot.example.com", "localhost");

        try (var issuer = new AuthorityFolder(folder, type, clock, new SecureRandom()).open()) {
            assertProvesTheServer(issuer, issuer.serverIdentity(hosts), type);
        }
    }

    private void assertProvesTheServer(BuiltInAuthority issuer, ServerIdentity identity, ServerKeyType type)
            throws GeneralSecurityException {
        X509Certificate certificate = identity.chain().getFirst();
        certificate.verify(issuer.certificate().getPublicKey());
        certificate.checkValidity(Date.from(clock.instant()));
        assertThat(identity.chain()).containsExactly(certificate, issuer.certificate());
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo(type.algorithm());
        assertThat(issuer.certificate().getPublicKey().getAlgorithm()).isEqualTo(type.algorithm());
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "iot.example.com");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(belongs(identity, certificate.getPublicKey())).isTrue();
        assertThat(identity.toString()).doesNotContain(identity.key().toString());
    }

    @Test
    void endsServerCertificatesWithTheAuthority() {
        clock.advance(Duration.ofDays(365 * 23));

        ServerIdentity identity = authority.serverIdentity(List.of("localhost"));

        assertThat(identity.chain().getFirst().getNotAfter().toInstant())
                .isEqualTo(authority.certificate().getNotAfter().toInstant());
    }

    @Test
    void makesNoMoreKeysOnceClosed() {
        authority.close();

        assertThatThrownBy(() -> authority.issueWithKeys()).isInstanceOf(ThrottledException.class);
    }

    private static boolean belongs(ServerIdentity identity, PublicKey publicKey) {
        return identity.key() instanceof RSAPrivateCrtKey rsa
                ? rsa.getModulus().equals(((RSAPublicKey) publicKey).getModulus())
                : identity.key().getAlgorithm().equals("EC");
    }

    private ParsedCertificate issued(String csr) {
        return ((CsrOutcome.Issued) authority.issueForRequest(csr)).certificate();
    }

    private String refusal(String csr) {
        return ((CsrOutcome.Refused) authority.issueForRequest(csr)).reason();
    }

    private String authorityPem() {
        try {
            return Pem.encode(Pem.CERTIFICATE, authority.certificate().getEncoded());
        } catch (CertificateException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
