// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that an agent is started with, which nobody but its owner may look into. */
public final class CredentialsFolder {
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;

    private CredentialsFolder(Path path) {
        this.path = path;
    }

    /** Where the agent finds the server. */
    public record Endpoint(String thing, String host, int port) {}

    /** A new folder; one that is there already is not touched and refused. */
    public static CredentialsFolder create(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(path, OWNERS_FOLDER);
        return new CredentialsFolder(path);
    }

    /** Fills the folder. */
    public void write(Endpoint endpoint, Enrollment.Keys keys, String ca) throws IOException {
        write(
                "agent.conf",
                "thing=" + endpoint.thing() + "\nendpoint=" + endpoint.host() + "\nport=" + endpoint.port() + "\n");
        write("certificate.pem", keys.certificatePem());
        write("private.key", keys.privateKeyPem());
        write("ca.pem", ca);
    }

    /** Removes what was made of the folder so far. */
    public void discard() throws IOException {
        for (String name : new String[] {"agent.conf", "certificate.pem", "private.key", "ca.pem"}) {
            Files.deleteIfExists(path.resolve(name));
        }
        Files.deleteIfExists(path);
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.createFile(path.resolve(name), OWNERS_FILE);
        Files.writeString(file, text);
    }
}
