// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.secret;

import io.fleetward.application.error.TerminalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * The file that holds the master key, readable for its owner only.
 *
 * <p>One line: a version and the key in Base64. A file others may read, or one that does not hold a key, is refused
 * with a message that says what to do.
 */
record MasterKeyFile(Path path) {
    private static final String VERSION = "fleetward-master-key-1:";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    MasterKey read() {
        try {
            requireOwnerOnly();
            return parse(Files.readString(path, StandardCharsets.US_ASCII).strip());
        } catch (IOException failure) {
            throw new TerminalException("cannot read the master key " + path + ": " + failure.getMessage(), failure);
        }
    }

    /** Writes the key so that a crash leaves either the whole file or none. */
    void create(MasterKey key) {
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        String line = VERSION + Base64.getEncoder().encodeToString(key.bytes()) + "\n";
        try {
            Files.deleteIfExists(draft);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel file =
                    FileChannel.open(draft, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
                file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                file.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent())) {
                folder.force(true);
            }
        } catch (IOException failure) {
            throw new TerminalException("cannot write the master key " + path + ": " + failure.getMessage(), failure);
        }
    }

    private void requireOwnerOnly() throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new TerminalException("the master key " + path + " is not a plain file", null);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new TerminalException(
                    "the master key " + path + " has mode " + PosixFilePermissions.toString(permissions)
                            + ", others can read it: make it private with chmod 600, and consider it known",
                    null);
        }
    }

    private MasterKey parse(String line) {
        if (line.startsWith(VERSION)) {
            try {
                return new MasterKey(Base64.getDecoder().decode(line.substring(VERSION.length())));
            } catch (IllegalArgumentException notAKey) {
                // told below, without quoting what may be half a key
            }
        }
        throw new TerminalException("the file " + path + " does not hold a master key of this version", null);
    }
}
