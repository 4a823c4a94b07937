// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the record of one structure: components in the order of the model, a builder, {@code from} when it is part of
 * a request and {@code toTree} when it is part of an answer. Required members refuse null, collections are copied, and
 * a record that holds a secret does not print its content.
 */
final class RecordWriter {
    private record Member(String wireName, String shape, String component, TypeName type, boolean required) {}

    private static final AnnotationSpec NULLABLE =
            AnnotationSpec.builder(Nullable.class).build();

    private final SourceModel model;
    private final JavaTypes types;

    RecordWriter(SourceModel model) {
        this.model = model;
        this.types = new JavaTypes(model);
    }

    /** Writes the record of the shape; an empty shape name stands for a request or answer without members. */
    TypeSpec write(ClassName name, String shapeName, boolean read, boolean written) {
        List<Member> members = shapeName.isEmpty() ? List.of() : members(model.shape(shapeName));
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addAnnotation(JavaTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "{@code $L} of the service model of $L.\n",
                        name.simpleName(),
                        model.service().id())
                .recordConstructor(constructor(members));
        if (read) {
            type.addMethod(from(name, members));
        }
        if (written) {
            type.addMethod(toTree(members));
        }
        if (members.stream()
                .anyMatch(
                        member -> model.shape(member.shape()).path("sensitive").asBoolean(false))) {
            type.addMethod(discreetToString(name));
        }
        return members.isEmpty() ? type.build() : withBuilder(type, name, members);
    }

    private List<Member> members(ObjectNode shape) {
        Set<String> required = new HashSet<>();
        shape.path("required").forEach(member -> required.add(member.asString()));
        var members = new ArrayList<Member>();
        for (var member : shape.path("members").properties()) {
            String memberShape = member.getValue().path("shape").asString();
            members.add(new Member(
                    member.getKey(),
                    memberShape,
                    JavaTypes.componentName(member.getKey()),
                    types.typeOf(memberShape),
                    required.contains(member.getKey())));
        }
        return members;
    }

    private static MethodSpec constructor(List<Member> members) {
        CodeBlock code = checks(members);
        MethodSpec.Builder constructor = code.isEmpty()
                ? MethodSpec.constructorBuilder()
                : MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addCode(code);
        for (Member member : members) {
            constructor.addParameter(
                    ParameterSpec.builder(declared(member), member.component()).build());
        }
        return constructor.build();
    }

    private static CodeBlock checks(List<Member> members) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member member : members) {
            if (member.required()) {
                code.addStatement("$T.requireNonNull($N, $S)", Objects.class, member.component(), member.wireName());
            }
            if (isCollection(member)) {
                code.addStatement("$N = $T.copy($N)", member.component(), JavaTypes.WIRE, member.component());
            }
        }
        return code.build();
    }

    private MethodSpec from(ClassName name, List<Member> members) {
        var arguments = members.stream()
                .map(member -> types.read(member.shape(), CodeBlock.of("tree.get($S)", member.wireName())))
                .toList();
        return MethodSpec.methodBuilder("from")
                .addJavadoc("Reads a tree that has passed the model's constraints.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(ObjectNode.class, "tree")
                .addStatement("return new $T($L)", name, CodeBlock.join(arguments, ",\n"))
                .build();
    }

    private MethodSpec toTree(List<Member> members) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toTree")
                .addJavadoc("The tree in wire form, keyed by member name; absent members are left out.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(ObjectNode.class)
                .addStatement("$T tree = $T.tree()", ObjectNode.class, JavaTypes.WIRE);
        for (Member member : members) {
            CodeBlock node = types.write(member.shape(), CodeBlock.of("$N", member.component()));
            if (!member.required()) {
                method.beginControlFlow("if ($N != null)", member.component());
            }
            method.addStatement("tree.set($S, $L)", member.wireName(), node);
            if (!member.required()) {
                method.endControlFlow();
            }
        }
        return method.addStatement("return tree").build();
    }

    private static MethodSpec discreetToString(ClassName name) {
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $S", name.simpleName() + "[secret]")
                .build();
    }

    private static TypeSpec withBuilder(TypeSpec.Builder type, ClassName name, List<Member> members) {
        ClassName builderName = name.nestedClass("Builder");
        TypeSpec.Builder builder = TypeSpec.classBuilder(builderName)
                .addJavadoc("Collects the members of a {@link $T}; confined to one thread.\n", name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        for (Member member : members) {
            builder.addField(FieldSpec.builder(nullable(member.type()), member.component(), Modifier.PRIVATE)
                    .build());
            builder.addMethod(setter(builderName, member));
        }
        builder.addMethod(MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addStatement(
                        "return new $T($L)",
                        name,
                        CodeBlock.join(
                                members.stream()
                                        .map(member -> CodeBlock.of("$N", member.component()))
                                        .toList(),
                                ", "))
                .build());
        return type.addMethod(MethodSpec.methodBuilder("builder")
                        .addJavadoc("An empty builder.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(builderName)
                        .addStatement("return new $T()", builderName)
                        .build())
                .addType(builder.build())
                .build();
    }

    private static MethodSpec setter(ClassName builderName, Member member) {
        return MethodSpec.methodBuilder(member.component())
                .addModifiers(Modifier.PUBLIC)
                .returns(builderName)
                .addParameter(declared(member), member.component())
                .addStatement("this.$N = $N", member.component(), member.component())
                .addStatement("return this")
                .build();
    }

    private static boolean isCollection(Member member) {
        String type = member.type().toString();
        return type.startsWith("java.util.List<") || type.startsWith("java.util.Map<");
    }

    private static TypeName declared(Member member) {
        return member.required() ? member.type() : nullable(member.type());
    }

    private static TypeName nullable(TypeName type) {
        return type.annotated(NULLABLE);
    }
}
