// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.registry.certificate.CertificateAuthority;
import io.fleetward.registry.certificate.ParsedCertificate;
import io.fleetward.registry.certificate.Validity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The authority that this server runs itself: signs device certificates and the server's own certificate.
 *
 * <p>Thread-safe. Opened by {@link AuthorityFolder}; closing stops the threads that make RSA keys.
 */
public final class BuiltInAuthority implements CertificateAuthority, AutoCloseable {
    private static final X500Name DEVICE = new X500Name("CN=AWS IoT Certificate");
    /** As long as browsers accept from a private authority; the certificate is made anew at every start. */
    private static final Duration SERVER_LIFETIME = Duration.ofDays(825);

    private final X509Certificate certificate;
    private final CertificateSigner signer;
    private final InstantSource clock;
    private final KeyPairs keyPairs;
    private final SecureRandom random;

    BuiltInAuthority(CertificateKey authority, InstantSource clock, SecureRandom random) {
        this.certificate = authority.certificate();
        this.signer = new CertificateSigner(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                certificate.getPublicKey(),
                authority.privateKey(),
                random);
        this.clock = clock;
        this.keyPairs = new KeyPairs(random);
        this.random = random;
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public IssuedWithKeys issueWithKeys() {
        KeyPair keys = keyPairs.rsa();
        try {
            return new IssuedWithKeys(
                    issue(DEVICE, keys.getPublic()),
                    Pem.encode(Pem.PUBLIC_KEY, keys.getPublic().getEncoded()),
                    Pem.encode(Pem.RSA_PRIVATE_KEY, pkcs1(keys.getPrivate())));
        } catch (IOException | GeneralSecurityException failure) {
            throw new IllegalStateException("cannot issue a device certificate", failure);
        }
    }

    @Override
    public CsrOutcome issueForRequest(String csrPem) {
        return switch (SigningRequest.parse(csrPem)) {
            case SigningRequest.Outcome.Refused(String reason) -> new CsrOutcome.Refused(reason);
            case SigningRequest.Outcome.Read(SigningRequest request) -> issueFor(request);
        };
    }

    /** A fresh certificate and key, of the authority's own kind, for this server under all these names and addresses. */
    public ServerIdentity serverIdentity(Collection<String> hosts) {
        ServerKeyType type = ServerKeyType.of(certificate.getPublicKey());
        KeyPair keys = type.generate(random);
        int usage = KeyUsage.digitalSignature | (type == ServerKeyType.P256 ? 0 : KeyUsage.keyEncipherment);
        var template = new CertificateTemplate(HostNames.subject(hosts), keys.getPublic(), serverValidity())
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(usage))
                .with(Extension.extendedKeyUsage, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .with(Extension.subjectAlternativeName, HostNames.alternativeNames(hosts));
        try {
            return new ServerIdentity(List.of(signer.sign(template), certificate), keys.getPrivate());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot issue the server certificate", failure);
        }
    }

    /** A fresh certificate and RSA key by which something else than a TLS connection is signed. */
    CertificateKey signingKey(X500Name subject) throws GeneralSecurityException {
        KeyPair keys = keyPairs.rsa();
        var template = new CertificateTemplate(subject, keys.getPublic(), serverValidity())
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        return new CertificateKey(signer.sign(template), keys.getPrivate());
    }

    private Validity serverValidity() {
        Instant now = clock.instant();
        Instant end = now.plus(SERVER_LIFETIME);
        return new Validity(
                now.minus(AuthorityFolder.BACKDATED), end.isAfter(AuthorityFolder.END) ? AuthorityFolder.END : end);
    }

    @Override
    public void close() {
        keyPairs.close();
    }

    private CsrOutcome issueFor(SigningRequest request) {
        X500Name subject = request.subject().getRDNs().length == 0 ? DEVICE : request.subject();
        try {
            return new CsrOutcome.Issued(issue(subject, request.publicKey()));
        } catch (GeneralSecurityException unreadable) {
            return new CsrOutcome.Refused("its subject makes no valid certificate");
        }
    }

    private ParsedCertificate issue(X500Name subject, PublicKey publicKey) throws GeneralSecurityException {
        var validity = new Validity(clock.instant().minus(AuthorityFolder.BACKDATED), AuthorityFolder.END);
        var template = new CertificateTemplate(subject, publicKey, validity)
                .critical(Extension.basicConstraints, new BasicConstraints(false))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        return X509CertificateParser.parsed(signer.sign(template));
    }

    /** The form that tools of the trade expect after {@code BEGIN RSA PRIVATE KEY}. */
    private static byte[] pkcs1(PrivateKey key) throws IOException {
        return PrivateKeyInfo.getInstance(key.getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
    }
}
