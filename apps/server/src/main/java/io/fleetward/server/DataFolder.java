// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder a server keeps everything in, locked for the life of the process so that two never share it.
 *
 * <p>Created with mode 700.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Creates the folder if need be and takes its lock, or refuses naming who holds it. */
    static DataFolder open(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new CommandFailed(ExitCode.CONFIGURATION, "--data " + path + ": in use by " + holder(path));
        }
        RunFile.delete(path);
        return new DataFolder(path, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
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
