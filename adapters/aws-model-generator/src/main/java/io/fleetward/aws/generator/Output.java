// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of generated files; a file that would not change keeps its time, so that the compiler skips it. */
final class Output {
    private final Path root;
    private final Set<Path> written = new HashSet<>();

    Output(Path root) {
        this.root = root;
    }

    /** Writes the file unless it already has this content. */
    void write(String name, String content) throws IOException {
        Path file = root.resolve(name.startsWith("/") ? name.substring(1) : name);
        if (!written.add(file)) {
            throw new IllegalStateException("two things would be written to " + file);
        }
        if (!Files.exists(file) || !Files.readString(file).equals(content)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
    }

    /** Deletes every file of the folder that was not written. */
    void removeOthers() throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> stale;
        try (Stream<Path> files = Files.walk(root)) {
            stale = files.filter(Files::isRegularFile)
                    .filter(file -> !written.contains(file))
                    .toList();
        }
        for (Path file : stale) {
            Files.delete(file);
        }
    }
}
