// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.error.TerminalException;
import io.fleetward.registry.certificate.Validity;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The files of one of the server's own authorities in the data folder: {@code ca.pem}, which clients trust, and {@code
 * ca-key.pem}, readable by the owner alone; for clients without elliptic curves {@code ca-rsa.pem} and {@code
 * ca-rsa-key.pem}. Both are made at the first start.
 *
 * <p>Thread-safe, but two processes must not make the same folder's authority at once.
 */
public final class AuthorityFolder {
    /** What a certificate without a planned end carries; also the end of what AWS issues. */
    static final Instant END = Instant.parse("2049-12-31T23:59:59Z");

    /** Devices' clocks are not exact. */
    static final Duration BACKDATED = Duration.ofMinutes(2);

    private static final int NAME_BYTES = 4;

    private final KeyFiles files;
    private final InstantSource clock;
    private final SecureRandom random;
    private final ServerKeyType type;

    public AuthorityFolder(Path dataFolder, ServerKeyType type, InstantSource clock, SecureRandom random) {
        this.files = KeyFiles.named(dataFolder, type.fileName());
        this.type = type;
        this.clock = clock;
        this.random = random;
    }

    /** The file that clients are given to trust this server. */
    public Path certificateFile() {
        return files.certificateFile();
    }

    /** The authority of this folder, made now if the folder has none. */
    public BuiltInAuthority open() {
        try {
            return new BuiltInAuthority(files.exist() ? files.load() : create(), clock, random);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new TerminalException("cannot use the certificate authority in " + files.certificateFile(), failure);
        }
    }

    private CertificateKey create() throws IOException, GeneralSecurityException {
        CertificateKey authority = selfSigned();
        files.save(authority);
        return authority;
    }

    private CertificateKey selfSigned() throws GeneralSecurityException {
        KeyPair keys = type.generate(random);
        byte[] suffix = new byte[NAME_BYTES];
        random.nextBytes(suffix);
        // Two servers' authorities must not share a name: trust stores find issuers by it.
        var name = new X500Name("O=Fleetward,CN=Fleetward CA " + HexFormat.of().formatHex(suffix));
        PublicKey publicKey = keys.getPublic();
        var template = new CertificateTemplate(
                        name, publicKey, new Validity(clock.instant().minus(BACKDATED), END))
                .critical(Extension.basicConstraints, new BasicConstraints(0))
                .critical(Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        var signer = new CertificateSigner(name, publicKey, keys.getPrivate(), random);
        return new CertificateKey(signer.sign(template), keys.getPrivate());
    }
}
