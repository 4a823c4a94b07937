// SPDX-License-Identifier: Apache-2.0
package io.fleetward.pki;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file of revocation lists as it was when it was last read; without lists when it could not be. Immutable. */
record CrlFile(FileTime changedAt, long size, List<X509CRL> lists) {
    /** Larger files are not read. */
    static final long LARGEST = 10L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(CrlFile.class);

    CrlFile {
        lists = List.copyOf(lists);
    }

    /** Reads the file, unless what was read before still stands. */
    static CrlFile read(Path file, @Nullable CrlFile before) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            FileTime changedAt = attributes.lastModifiedTime();
            if (before != null && before.changedAt.equals(changedAt) && before.size == attributes.size()) {
                return before;
            }
            return new CrlFile(changedAt, attributes.size(), parse(file, attributes.size()));
        } catch (IOException failure) {
            passOver(file, failure.toString());
            return new CrlFile(FileTime.fromMillis(0), -1, List.of());
        }
    }

    private static List<X509CRL> parse(Path file, long size) throws IOException {
        if (size > LARGEST) {
            passOver(file, "it is larger than " + LARGEST + " bytes");
            return List.of();
        }
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509").generateCRLs(input).stream()
                    .map(X509CRL.class::cast)
                    .toList();
        } catch (CRLException | CertificateException malformed) {
            passOver(file, malformed.toString());
            return List.of();
        }
    }

    private static void passOver(Path file, String reason) {
        LOG.atWarn().addKeyValue("file", file).addKeyValue("reason", reason).log("pki.revocation-list.unreadable");
    }
}
