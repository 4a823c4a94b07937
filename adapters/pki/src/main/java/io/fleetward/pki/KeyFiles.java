// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.error.TerminalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * A certificate that everybody may read and, beside it, its private key that only the owner may.
 *
 * <p>Immutable, thread-safe, but two processes must not write the same files at once.
 */
record KeyFiles(Path certificateFile, Path keyFile) {
    private static final String OWNER_ONLY = "rw-------";
    private static final String EVERYBODY_READS = "rw-r--r--";

    /** The files {@code NAME.pem} and {@code NAME-key.pem} of the folder. */
    static KeyFiles named(Path folder, String name) {
        return new KeyFiles(folder.resolve(name + ".pem"), folder.resolve(name + "-key.pem"));
    }

    /** Whether there is something to load. */
    boolean exist() {
        return Files.exists(certificateFile);
    }

    /** Reads both and refuses a key that does not belong to the certificate. */
    CertificateKey load() throws IOException, GeneralSecurityException {
        if (!Files.exists(keyFile)) {
            throw new TerminalException("the key of " + certificateFile + " is missing: " + keyFile, null);
        }
        X509Certificate certificate = X509CertificateParser.read(Files.readString(certificateFile));
        byte[] der = Pem.decode(Pem.PRIVATE_KEY, Files.readString(keyFile));
        if (der == null) {
            throw new GeneralSecurityException("not a private key in PEM: " + keyFile);
        }
        PrivateKey key = KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                .generatePrivate(new PKCS8EncodedKeySpec(der));
        var both = new CertificateKey(certificate, key);
        both.requireMatch();
        return both;
    }

    /** Writes both anew. */
    void save(CertificateKey both) throws IOException, GeneralSecurityException {
        // The key first: a crash between the two leaves a key without its certificate, which the next start replaces.
        write(keyFile, Pem.encode(Pem.PRIVATE_KEY, both.privateKey().getEncoded()), OWNER_ONLY);
        write(certificateFile, Pem.encode(Pem.CERTIFICATE, both.certificate().getEncoded()), EVERYBODY_READS);
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.write(draft, text.getBytes(StandardCharsets.US_ASCII));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
