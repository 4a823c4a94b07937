// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The source files of every module's tests.
 *
 * <p>Tests are read as text, not as classes: this module cannot wait until the others have compiled theirs.
 */
final class TestSources {
    private static final String TESTS = "src/test/java/";

    static final List<Path> ALL = find(root());

    private TestSources() {}

    /** Whether some module has a test class of this fully qualified name. */
    static boolean exists(String className) {
        String end = TESTS + className.replace('.', '/') + ".java";
        return ALL.stream().anyMatch(file -> file.toString().endsWith(end));
    }

    /** The folder of the repository. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("fleetward"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static List<Path> find(Path root) {
        try (Stream<Path> modules = Files.find(root, 2, (path, attributes) -> isModule(path))) {
            return modules.flatMap(module -> below(module.resolve(TESTS)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isModule(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve(TESTS));
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
