// SPDX-License-Identifier: Apache-2.0
package io.fleetward.arch;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.arch.fixture.Leaks;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No secret is printed by accident: a class that holds one says itself how it prints, and does so without the secret.
 *
 * <p>Reads class files by themselves: this rule looks at thousands of generated records, and at nothing around them.
 */
class SecretsTest {
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(secret|password|privateKey|masterKey|passphrase)(Pem|Bytes|Text)?");

    /** What can hold a secret in the clear; a type of our own prints itself and is judged by itself. */
    private static final Set<String> CLEAR = Set.of("Ljava/lang/String;", "[B", "[C", "Ljava/lang/CharSequence;");

    private static final ClassDesc OBJECT_METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");

    @Test
    void noClassPrintsTheSecretsItHolds() {
        // Everything, the generated records of the AWS model too.
        List<ClassModel> everything = ClassFiles.ofTheProduct();
        assertThat(everything).hasSizeGreaterThan(3_000);
        assertThat(everything.stream().filter(type -> secrets(type).findAny().isPresent()))
                .hasSizeGreaterThan(4);
        assertThat(everything.stream().flatMap(SecretsTest::leaks))
                .as("secrets are never printed, because what is printed ends up in a log")
                .isEmpty();
    }

    @Test
    void everyWayToLeakIsSeen() {
        Stream<ClassModel> fixture =
                Arrays.stream(Leaks.class.getDeclaredClasses()).map(ClassFiles::of);
        assertThat(fixture.flatMap(SecretsTest::leaks))
                .containsExactlyInAnyOrder(
                        "io.fleetward.arch.fixture.Leaks$ByRecord prints itself with password",
                        "io.fleetward.arch.fixture.Leaks$ByField prints itself with secret",
                        "io.fleetward.arch.fixture.Leaks$ByAccessor prints itself with privateKeyPem");
    }

    private static Stream<String> leaks(ClassModel type) {
        return secrets(type)
                .filter(secret -> prints(type, secret))
                .map(secret -> name(type) + " prints itself with " + secret);
    }

    /** The names of the fields that hold a secret in the clear. */
    private static Stream<String> secrets(ClassModel type) {
        // What is called a secret holds one, whatever its field is called.
        boolean isSecret = SECRET_NAME.matcher(simpleName(type)).matches();
        return type.fields().stream()
                .filter(field -> !field.flags().has(AccessFlag.STATIC))
                .filter(field -> CLEAR.contains(field.fieldType().stringValue()))
                .map(field -> field.fieldName().stringValue())
                .filter(name -> isSecret || SECRET_NAME.matcher(name).matches());
    }

    /** Whether its {@code toString}, if it has one, reads the secret; the compiler's reads every component. */
    private static boolean prints(ClassModel type, String secret) {
        return type.methods().stream()
                .filter(SecretsTest::isToString)
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> switch (element) {
                    case InvokeDynamicInstruction call ->
                        call.bootstrapMethod().owner().equals(OBJECT_METHODS);
                    case FieldInstruction access ->
                        access.owner().equals(type.thisClass()) && access.name().equalsString(secret);
                    case InvokeInstruction call ->
                        call.owner().equals(type.thisClass()) && call.name().equalsString(secret);
                    default -> false;
                });
    }

    /** Whether it is that method, or a lambda in it. */
    private static boolean isToString(MethodModel method) {
        String name = method.methodName().stringValue();
        return name.startsWith("lambda$toString$")
                || (name.equals("toString")
                        && method.methodTypeSymbol().equals(MethodTypeDesc.of(ConstantDescs.CD_String)));
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName().replace('/', '.');
    }

    private static String simpleName(ClassModel type) {
        String name = name(type);
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
