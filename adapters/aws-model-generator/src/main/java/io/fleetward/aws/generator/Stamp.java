// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Remembers what the last run was made of: models, lists, patches and this generator itself. */
record Stamp(Path file) {
    private static final List<Class<?>> OWN_CODE = List.of(
            ModelGenerator.class,
            SourceModel.class,
            SourceModels.class,
            JavaTypes.class,
            RecordWriter.class,
            ApiWriter.class,
            CompactModel.class,
            Service.class);

    /** Whether the last run was made of exactly this. */
    boolean holds(String digest) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(digest);
    }

    /** Remembers this run. */
    void put(String digest) throws IOException {
        Files.writeString(file, digest);
    }

    /** The digest over everything the output depends on. */
    static String digest(SourceModels models) throws IOException {
        MessageDigest digest = sha256();
        for (Service service : Service.values()) {
            digest.update(SourceModels.modelBytes(service));
            digest.update(Files.readAllBytes(models.operationsFile(service)));
            if (Files.exists(models.patchFile(service))) {
                digest.update(Files.readAllBytes(models.patchFile(service)));
            }
        }
        for (Class<?> code : OWN_CODE) {
            try (InputStream in = code.getResourceAsStream(code.getSimpleName() + ".class")) {
                digest.update(in == null ? new byte[0] : in.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
