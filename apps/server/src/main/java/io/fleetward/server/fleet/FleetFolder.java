// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * What the devices of the demonstration fleet keep to themselves: key and certificate of each, in PEM, readable by the
 * owner alone; and whether the fleet is complete.
 */
record FleetFolder(Path path) {
    private static final String MARK = "seeded";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A device's secret half and what it shows. */
    record Credentials(String certificatePem, String privateKeyPem) {
        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    void create() throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Whether an earlier start made the whole fleet. */
    boolean isSeeded() {
        return Files.exists(path.resolve(MARK));
    }

    void markSeeded() throws IOException {
        write(path.resolve(MARK), "");
    }

    boolean holds(String device) {
        return Files.exists(certificateFile(device));
    }

    /** Keeps both; the certificate last, because it tells that both are there. */
    void keep(String device, Credentials credentials) throws IOException {
        write(keyFile(device), credentials.privateKeyPem());
        write(certificateFile(device), credentials.certificatePem());
    }

    Credentials read(String device) throws IOException {
        return new Credentials(Files.readString(certificateFile(device)), Files.readString(keyFile(device)));
    }

    Path certificateFile(String device) {
        return path.resolve(device + ".crt");
    }

    Path keyFile(String device) {
        return path.resolve(device + ".key");
    }

    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY);
        Files.writeString(draft, text, StandardCharsets.US_ASCII);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
