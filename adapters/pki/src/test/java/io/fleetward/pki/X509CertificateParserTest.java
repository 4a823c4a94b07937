// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import static io.fleetward.pki.TestCertificates.certificate;
import static io.fleetward.pki.TestCertificates.ec;
import static io.fleetward.pki.TestCertificates.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fleetward.application.registry.certificate.CertificateParser.Outcome;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.registry.certificate.Validity;
import io.fleetward.testkit.Seed;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class X509CertificateParserTest {
    private static final KeyPair EC = ec("secp256r1");
    private static final KeyPair RSA = rsa(2048);

    private final X509CertificateParser parser = new X509CertificateParser();

    @Test
    void readsWhatTheRegistryKeeps() throws NoSuchAlgorithmException {
        byte[] der = certificate("CN=pump-7,O=Water", RSA).ca().der();

        ParsedCertificate parsed = parsed(Pem.encode(Pem.CERTIFICATE, der));

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
        assertThat(parsed.fingerprint()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(parsed.isCa()).isTrue();
        assertThat(parsed.subjectCommonName()).isEqualTo("pump-7");
        assertThat(parsed.facts().pem()).isEqualTo(Pem.encode(Pem.CERTIFICATE, der));
        assertThat(parsed.facts().serialNumber()).isEqualTo(new BigInteger("123456789abcdef", 16));
        assertThat(parsed.facts().validity()).isEqualTo(new Validity(TestCertificates.FROM, TestCertificates.TO));
        assertThat(parsed.facts().key().algorithm()).isEqualTo("RSA");
        assertThat(parsed.facts().key().bits()).isEqualTo(2048);
        assertThat(parsed.facts().key().rsaModulus()).isEqualTo(((RSAPublicKey) RSA.getPublic()).getModulus());
        assertThat(parsed.facts().signatureAlgorithm()).isEqualTo("SHA256withRSA");
    }

    @Test
    void readsKeysOnCurves() {
        ParsedCertificate parsed = parsed(certificate("CN=x", ec("secp384r1")).pem());

        assertThat(parsed.facts().key().algorithm()).isEqualTo("EC");
        assertThat(parsed.facts().key().bits()).isEqualTo(384);
        assertThat(parsed.facts().key().rsaModulus()).isNull();
        assertThat(parsed.isCa()).isFalse();
    }

    @Test
    void takesTextAsToolsWriteIt() {
        String pem = certificate("CN=x", EC).pem();

        assertThat(parsed("\n  " + pem.replace("\n", "\r\n") + "\n\n")).isEqualTo(parsed(pem));
        assertThat(parsed(pem.strip())).isEqualTo(parsed(pem));
    }

    @Test
    void comparesNamesAsTheStandardDoes() {
        var one = parsed(certificate("CN=My  CA, O=Water", EC).pem()).facts().subject();
        var other = parsed(certificate("CN=my ca,O=WATER", EC).pem()).facts().subject();
        var third = parsed(certificate("CN=my ca 2,O=WATER", EC).pem()).facts().subject();

        assertThat(one.matches(other)).isTrue();
        assertThat(one.matches(third)).isFalse();
    }

    @Test
    void givesPolicyVariablesWithAllValuesInOrder() {
        var names = new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "a.example"),
            new GeneralName(GeneralName.dNSName, "b.example"),
            new GeneralName(GeneralName.iPAddress, "192.0.2.7"),
            new GeneralName(GeneralName.rfc822Name, "x@example.com"),
            new GeneralName(GeneralName.uniformResourceIdentifier, "urn:x"),
        });
        String pem = certificate("C=US,C=DE,O=Water\\, Inc.,CN=pump,SERIALNUMBER=42,T=Dr", EC)
                .issuedBy("CN=root,O=Maker", RSA)
                .extension(Extension.subjectAlternativeName, names)
                .pem();

        assertThat(parsed(pem).policyVariables())
                .containsEntry("iot:Certificate.Subject.Country", List.of("US", "DE"))
                .containsEntry("iot:Certificate.Subject.Organization", List.of("Water, Inc."))
                .containsEntry("iot:Certificate.Subject.CommonName", List.of("pump"))
                .containsEntry("iot:Certificate.Subject.SerialNumber", List.of("42"))
                .containsEntry("iot:Certificate.Subject.Title", List.of("Dr"))
                .containsEntry("iot:Certificate.Issuer.CommonName", List.of("root"))
                .containsEntry("iot:Certificate.Issuer.Organization", List.of("Maker"))
                .containsEntry("iot:Certificate.Subject.AlternativeName.DNSName", List.of("a.example", "b.example"))
                .containsEntry("iot:Certificate.Subject.AlternativeName.IPAddress", List.of("192.0.2.7"))
                .containsEntry("iot:Certificate.Subject.AlternativeName.RFC822Name", List.of("x@example.com"))
                .containsEntry("iot:Certificate.Subject.AlternativeName.UniformResourceIdentifier", List.of("urn:x"))
                .containsEntry("iot:Certificate.SerialNumber", List.of("123456789abcdef"))
                .doesNotContainKey("iot:Certificate.Subject.State");
    }

    @Test
    void verifiesSignatureAndName() {
        KeyPair other = ec("secp256r1");
        String root = certificate("CN=root", EC).ca().pem();
        String sameName = certificate("CN=root", other).ca().pem();
        String leaf = certificate("CN=leaf", RSA).issuedBy("CN=root", EC).pem();
        String wrongName = certificate("CN=leaf", RSA).issuedBy("CN=boot", EC).pem();

        assertThat(parser.isSignedBy(leaf, root)).isTrue();
        assertThat(parser.isSignedBy(root, root)).isTrue();
        assertThat(parser.isSignedBy(leaf, sameName)).isFalse();
        assertThat(parser.isSignedBy(wrongName, root)).isFalse();
        assertThat(parser.isSignedBy("x", root)).isFalse();
        assertThat(parser.isSignedBy(leaf, "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA1withRSA", "MD5withRSA", "SHA224withRSA"})
    void refusesBrokenSignatureAlgorithms(String algorithm) {
        String pem = certificate("CN=x", RSA).signedWith(algorithm).pem();

        assertThat(refusal(pem)).contains("signature algorithm").contains(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA384withRSA", "SHA512withRSA", "SHA256withRSAandMGF1"})
    void acceptsStrongSignatureAlgorithms(String algorithm) {
        String pem = certificate("CN=x", RSA).signedWith(algorithm).pem();

        assertThat(parser.parse(pem)).isInstanceOf(Outcome.Parsed.class);
    }

    @Test
    void refusesAnythingButOneCertificate() {
        String pem = certificate("CN=x", EC).pem();
        byte[] der = certificate("CN=x", EC).der();

        assertThat(refusal("")).contains("exactly one certificate");
        assertThat(refusal("hello")).contains("exactly one certificate");
        assertThat(refusal(pem + pem)).contains("exactly one certificate");
        assertThat(refusal("junk " + pem)).contains("exactly one certificate");
        assertThat(refusal(Pem.encode(Pem.PUBLIC_KEY, EC.getPublic().getEncoded())))
                .contains("exactly one certificate");
        assertThat(refusal(Pem.encode(Pem.CERTIFICATE, EC.getPublic().getEncoded())))
                .contains("cannot be read");
        assertThat(refusal(Pem.encode(Pem.CERTIFICATE, Arrays.copyOf(der, der.length + 1))))
                .contains("cannot be read");
        assertThat(refusal(Pem.encode(Pem.CERTIFICATE, new byte[0]))).contains("cannot be read");
    }

    @Test
    void refusesTextBeyondTheLimit() {
        assertThat(refusal("-".repeat(65_537))).contains("65536");
    }

    @Test
    void refusesKeysThatAreAbsurdlyLong() {
        var modulus = BigInteger.TWO.pow(9000).add(BigInteger.ONE);
        String pem = certificate("CN=x", new KeyPair(longKey(modulus), RSA.getPrivate()))
                .pem();

        assertThat(refusal(pem)).contains("8192 bits");
    }

    @Test
    void survivesDamagedCertificates() {
        Seed seed = Seed.current();
        byte[] der = certificate("CN=x,O=Water", RSA).issuedBy("CN=root", EC).der();
        String root = certificate("CN=root", EC).ca().pem();

        Fuzz.damaged(der, seed, 2_000).forEach(damaged -> {
            String pem = Pem.encode(Pem.CERTIFICATE, damaged);
            assertThatCode(() -> {
                        parser.parse(pem);
                        parser.isSignedBy(pem, root);
                    })
                    .as(seed.toString())
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void readsLargeGarbageInNoTime() {
        String garbage = Pem.encode(Pem.CERTIFICATE, new byte[45_000]);

        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(refusal(garbage)).contains("cannot be read"));
    }

    private ParsedCertificate parsed(String pem) {
        return ((Outcome.Parsed) parser.parse(pem)).certificate();
    }

    private String refusal(String pem) {
        return ((Outcome.Refused) parser.parse(pem)).reason();
    }

    private static PublicKey longKey(BigInteger modulus) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
