// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.error.TerminalException;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.delivery.MessageSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs notifications by an RSA key whose certificate the built-in authority issues (hub, SNS): {@code sns.pem} and
 * {@code sns-key.pem} in the data folder.
 *
 * <p>Thread-safe. The key is made when it is first needed, because that takes a while and many servers never notify
 * anybody; and made anew when its certificate has not long to live.
 */
public final class NotificationSigner implements MessageSigner {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationSigner.class);
    private static final X500Name SUBJECT = new X500Name("O=Fleetward,CN=Fleetward notifications");
    private static final Duration SPARE = Duration.ofDays(90);
    private static final int NAME_BYTES = 16;

    private final KeyFiles files;
    private final BuiltInAuthority authority;
    private final InstantSource clock;
    private @Nullable Identity identity;

    /** The key in use and what its certificate is called. */
    private record Identity(CertificateKey both, String name) {
        Instant end() {
            return both.certificate().getNotAfter().toInstant();
        }
    }

    public NotificationSigner(Path dataFolder, BuiltInAuthority authority, InstantSource clock) {
        this.files = KeyFiles.named(dataFolder, "sns");
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public String sign(String text, SignatureVersion version) {
        try {
            Signature signature = Signature.getInstance(
                    switch (version) {
                        case SHA1 -> "SHA1withRSA";
                        case SHA256 -> "SHA256withRSA";
                    });
            signature.initSign(identity().both().privateKey());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot sign a notification", failure);
        }
    }

    @Override
    public String certificateName() {
        return identity().name();
    }

    /** The certificate of this name in PEM, null when it is not the one in use. */
    public @Nullable String certificate(String name) {
        Identity current = identity();
        try {
            return current.name().equals(name)
                    ? Pem.encode(Pem.CERTIFICATE, current.both().certificate().getEncoded())
                    : null;
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot write down a certificate", failure);
        }
    }

    private synchronized Identity identity() {
        Identity current = identity;
        Instant soon = clock.instant().plus(SPARE);
        if (current == null || current.end().isBefore(soon)) {
            current = open(soon);
            identity = current;
        }
        return current;
    }

    private Identity open(Instant soon) {
        try {
            Identity kept = files.exist() ? load() : null;
            if (kept != null && !kept.end().isBefore(soon)) {
                return kept;
            }
            CertificateKey made = authority.signingKey(SUBJECT);
            files.save(made);
            return named(made);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException failure) {
            throw new TerminalException("cannot use the key for notifications in " + files.keyFile(), failure);
        }
    }

    /** What is in the files, null when they do not fit together: then nothing is lost by making them anew. */
    private @Nullable Identity load() throws IOException {
        try {
            return named(files.load());
        } catch (GeneralSecurityException | IllegalArgumentException | TerminalException broken) {
            LOG.atWarn()
                    .addKeyValue("file", files.certificateFile())
                    .setCause(broken)
                    .log("notification-key-replaced");
            return null;
        }
    }

    private static Identity named(CertificateKey both) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(both.certificate().getEncoded());
        return new Identity(
                both, "SimpleNotificationService-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES) + ".pem");
    }
}
