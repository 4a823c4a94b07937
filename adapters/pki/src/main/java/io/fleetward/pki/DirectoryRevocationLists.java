// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import io.fleetward.application.audit.RevocationListSource;
import io.fleetward.audit.view.RevocationList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Certificate revocation lists that the operator puts into a folder, as {@code *.crl} or {@code *.pem} (audit,
 * certificate revocation).
 *
 * <p>Thread-safe. A file may be added, replaced or removed at any time; it is read again when its size or time of change
 * differs. What cannot be read is logged and passed over.
 */
public final class DirectoryRevocationLists implements RevocationListSource {
    private final Path folder;
    private final Map<Path, CrlFile> known = new ConcurrentHashMap<>();

    /** @param folder need not exist */
    public DirectoryRevocationLists(Path folder) {
        this.folder = folder;
    }

    @Override
    public @Nullable RevocationList issuedBy(String issuerPem) {
        X509Certificate issuer;
        try {
            issuer = X509CertificateParser.read(issuerPem);
        } catch (CertificateException unreadable) {
            return null;
        }
        List<X509CRL> signed = lists().stream()
                .filter(list -> SignedLists.isSignedBy(list, issuer))
                .toList();
        return SignedLists.combine(signed);
    }

    private List<X509CRL> lists() {
        List<Path> files = files();
        known.keySet().retainAll(files);
        var all = new ArrayList<X509CRL>();
        for (Path file : files) {
            CrlFile read = known.compute(file, (path, before) -> CrlFile.read(path, before));
            all.addAll(read.lists());
        }
        return all;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(DirectoryRevocationLists::isList).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    private static boolean isList(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".crl") || name.endsWith(".pem")) && Files.isRegularFile(file);
    }
}
