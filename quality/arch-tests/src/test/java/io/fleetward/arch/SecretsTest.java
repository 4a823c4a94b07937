// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.fleetward.arch.fixture.Leaks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No secret is printed by accident: a class that holds one says itself how it prints, and does so without the secret.
 */
class SecretsTest {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(secret|password|privateKey|masterKey|passphrase)(Pem|Bytes|Text)?");

    /** What can hold a secret in the clear; a type of our own prints itself and is judged by itself. */
    private static final Set<String> CLEAR = Set.of("java.lang.String", "[B", "[C", "java.lang.CharSequence");

    private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");

    /** Everything, the generated records of the AWS model too. */
    private static final JavaClasses EVERYTHING = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("io.fleetward");

    @Test
    void noClassPrintsTheSecretsItHolds() {
        assertThat(keepers(EVERYTHING)).hasSizeGreaterThan(4);
        assertThat(EVERYTHING.stream().flatMap(SecretsTest::leaks))
                .as("secrets are never printed, because what is printed ends up in a log")
                .isEmpty();
    }

    @Test
    void everyWayToLeakIsSeen() {
        JavaClasses fixture = new ClassFileImporter().importClasses(Leaks.class.getDeclaredClasses());
        assertThat(fixture.stream().flatMap(SecretsTest::leaks))
                .containsExactlyInAnyOrder(
                        "io.fleetward.arch.fixture.Leaks$ByRecord prints itself with password",
                        "io.fleetward.arch.fixture.Leaks$ByField prints itself with secret",
                        "io.fleetward.arch.fixture.Leaks$ByAccessor prints itself with privateKeyPem");
    }

    private static List<JavaClass> keepers(JavaClasses classes) {
        return classes.stream()
                .filter(type -> secrets(type).findAny().isPresent())
                .toList();
    }

    private static Stream<String> leaks(JavaClass type) {
        return secrets(type)
                .filter(secret -> prints(type, secret))
                .map(secret -> type.getName() + " prints itself with " + secret.getName());
    }

    private static Stream<JavaField> secrets(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> CLEAR.contains(field.getRawType().getName()))
                .filter(field -> SECRET_NAME.matcher(field.getName()).matches()
                        // What is called a secret holds one, whatever its field is called.
                        || SECRET_NAME.matcher(type.getSimpleName()).matches());
    }

    private static boolean prints(JavaClass type, JavaField secret) {
        JavaMethod toString = type.tryGetMethod("toString").orElse(null);
        if (toString == null) {
            return false;
        }
        return isGenerated(type)
                || toString.getAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().equals(type))
                        .anyMatch(access -> access.getName().equals(secret.getName()));
    }

    /** Whether the compiler wrote the method, which then prints every component of the record. */
    private static boolean isGenerated(JavaClass type) {
        return model(type).methods().stream()
                .filter(method -> method.methodName().equalsString("toString"))
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().owner().equals(OBJECT_METHODS));
    }

    private static ClassModel model(JavaClass type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = Objects.requireNonNull(SecretsTest.class.getResourceAsStream(file), file)) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
