// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import java.io.File;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text file.
 *
 * <p>Immutable.
 *
 * @param path where it is
 * @param name its path as reports show it: with slashes, from the folder that is audited or worked in
 */
record SourceFile(Path path, String name) {
    /** Far more than a policy or a chain of certificates takes. */
    private static final int LARGEST = 1 << 20;

    /** The file as seen from that folder. */
    static SourceFile seenFrom(Path folder, Path file) {
        Path from = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(from) ? from.relativize(absolute) : absolute;
        return new SourceFile(file, shown.toString().replace(File.separatorChar, '/'));
    }

    /** Its name without folders and without the part after the last dot. */
    String stem() {
        String last = name.substring(name.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /** Reads it, or adds a problem and answers null. */
    @Nullable
    String read(List<String> problems) {
        try {
            if (Files.size(path) > LARGEST) {
                problems.add(name + ": larger than " + LARGEST + " bytes");
                return null;
            }
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            problems.add(name + ": there is no such file");
        } catch (MalformedInputException binary) {
            problems.add(name + ": not a text in UTF-8");
        } catch (IOException unreadable) {
            problems.add(name + ": cannot be read: " + unreadable);
        }
        return null;
    }
}
