// SPDX-License-Identifier: Apache-2.0
package io.fleetward.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that must hold exactly what the product writes: expected documents and generated pages.
 *
 * <p>With {@code -Dfleetward.update=true} it is written anew instead of compared, for a person to review the difference.
 *
 * @param path relative to the folder of the module under test
 */
public record GoldenFile(Path path) {
    /** The golden file of this name under the module's test resources. */
    public static GoldenFile inTestResources(String name) {
        return new GoldenFile(Path.of("src/test/resources").resolve(name));
    }

    /** The page of this name under the repository's docs, seen from a module two folders deep. */
    public static GoldenFile inDocs(String name) {
        return new GoldenFile(Path.of("../../docs").resolve(name));
    }

    /** Fails with the difference when the file does not hold this text. */
    public void holds(String text) {
        try {
            if (Boolean.getBoolean("fleetward.update")) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, text);
            }
            String known = Files.exists(path) ? Files.readString(path) : "";
            assertEquals(
                    known,
                    text,
                    () -> path + " is stale; after a review of the change, update it with "
                            + "-Dfleetward.update=true");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
