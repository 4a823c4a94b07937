// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the class path, read as needed and kept: what exists is bounded by what was packed.
 *
 * <p>Thread-safe. Names are plain: letters, digits, and marks that mean nothing to any file system; no name leads out
 * of the folder.
 */
final class Folder {
    private static final String SEGMENT = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
    private static final Pattern PLAIN = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*");
    private static final int LONGEST = 256;

    private final ClassLoader loader;
    private final String folder;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    Folder(ClassLoader loader, String folder) {
        this.loader = loader;
        this.folder = folder;
    }

    /** The file of this name, or null. */
    @Nullable
    StaticFile find(String name) {
        StaticFile known = files.get(name);
        if (known != null || name.length() > LONGEST || !PLAIN.matcher(name).matches()) {
            return known;
        }
        return read(name).map(file -> files.computeIfAbsent(name, _ -> file)).orElse(null);
    }

    private Optional<StaticFile> read(String name) {
        // A folder has no dot in its last segment, and opened as a stream would list what it holds.
        if (name.indexOf('.', name.lastIndexOf('/') + 1) < 0) {
            return Optional.empty();
        }
        try (InputStream in = loader.getResourceAsStream(folder + name)) {
            return in == null ? Optional.empty() : Optional.of(StaticFile.of(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
