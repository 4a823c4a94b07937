// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder a server keeps everything in, locked for the life of the process so that two never share it.
 *
 * <p>Created with mode 700. Two bytes of the file {@code lock} are locked: servers compete for the first, and who holds
 * it holds the second, at which others look. So a look never keeps a server from starting, and what a killed server
 * left behind is told from what a running one wrote.
 */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final long OWNED = 0;
    private static final long SERVED = 1;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Creates the folder if need be and takes its lock, or refuses naming who holds it. */
    static DataFolder open(Path path) throws IOException {
        FileChannel channel = openLock(path);
        if (lock(channel, OWNED, false) == null) {
            channel.close();
            throw new CommandFailed(ExitCode.CONFIGURATION, "--data " + path + ": in use by " + holder(path));
        }
        channel.lock(SERVED, 1, false);
        RunFile.delete(path);
        return new DataFolder(path, channel);
    }

    /** Where the server that runs on the folder can be reached, or a refusal with exit code 69 when none does. */
    static RunFile served(Path path) throws IOException {
        RunFile run = RunFile.read(path);
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.READ)) {
            if (lock(channel, SERVED, true) != null) {
                throw new CommandFailed(
                        ExitCode.UNREACHABLE,
                        "the server on " + path + " (pid " + run.pid() + ") is gone; start it again with:"
                                + " fleetward up --data " + path);
            }
        }
        return run;
    }

    private static FileChannel openLock(Path path) {
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (FileSystemException refused) {
            throw new CommandFailed(
                    ExitCode.CONFIGURATION,
                    "--data " + path + ": not a folder this user can write to (" + refused.getMessage() + ")");
        } catch (IOException refused) {
            throw new CommandFailed(ExitCode.CONFIGURATION, "--data " + path + ": " + refused.getMessage());
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, long position, boolean isShared) throws IOException {
        try {
            return channel.tryLock(position, 1, isShared);
        } catch (OverlappingFileLockException ours) {
            return null;
        }
    }

    private static String holder(Path path) throws IOException {
        try {
            return "a running server, pid " + RunFile.read(path).pid();
        } catch (CommandFailed starting) {
            return "a server that is just starting";
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        RunFile.delete(path);
        channel.close();
    }
}
