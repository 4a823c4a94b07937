// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.core.importer.Locations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Class files as they are, without the classes that they speak of. */
final class ClassFiles {
    private static final String SUFFIX = ".class";

    private ClassFiles() {}

    /** Every class of every module, the generated ones too, but none of the tests. */
    static List<ClassModel> ofTheProduct() {
        var all = new ArrayList<ClassModel>();
        for (Location location : Locations.ofPackage("io.fleetward")) {
            if (!location.contains("test-classes") && !location.contains("-tests.jar")) {
                all.addAll(below(location.asURI()));
            }
        }
        return List.copyOf(all);
    }

    /** The file that the class was loaded from. */
    static ClassModel of(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + SUFFIX;
        try (InputStream bytes = Objects.requireNonNull(type.getResourceAsStream(file), file)) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<ClassModel> below(URI location) {
        try {
            if (!location.getScheme().equals("jar")) {
                return parse(Path.of(location));
            }
            try (FileSystem jar = FileSystems.newFileSystem(location, Map.of())) {
                String entry = location.getRawSchemeSpecificPart();
                return parse(jar.getPath(entry.substring(entry.indexOf("!/") + 1)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<ClassModel> parse(Path folder) throws IOException {
        var parsed = new ArrayList<ClassModel>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                parsed.add(ClassFile.of().parse(Files.readAllBytes(file)));
            }
        }
        return parsed;
    }
}
