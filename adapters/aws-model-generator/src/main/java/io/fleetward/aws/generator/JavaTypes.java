// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import tools.jackson.databind.node.ObjectNode;

/** How a shape appears in Java: its type, the expression that reads it from a tree and the one that writes it. */
final class JavaTypes {
    static final ClassName GENERATED = ClassName.get(Service.ROOT_PACKAGE, "Generated");
    static final ClassName WIRE = ClassName.get(Service.ROOT_PACKAGE, "Wire");

    private final SourceModel model;

    JavaTypes(SourceModel model) {
        this.model = model;
    }

    /** The record generated for a structure. */
    ClassName recordName(String shape) {
        return ClassName.get(model.service().javaPackage(), rootNameOf(shape));
    }

    /** The component name of a member: first letter in lower case, reserved words with a suffix. */
    static String componentName(String member) {
        String name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
        return SourceVersion.isKeyword(name) ? name + "Value" : name;
    }

    /** The type of a shape. */
    TypeName typeOf(String shapeName) {
        ObjectNode shape = model.shape(shapeName);
        return switch (kind(shapeName)) {
            case "string" -> ClassName.get(String.class);
            case "integer" -> ClassName.get(Integer.class);
            case "long" -> ClassName.get(Long.class);
            case "boolean" -> ClassName.get(Boolean.class);
            case "float", "double" -> ClassName.get(Double.class);
            case "timestamp" -> ClassName.get(Instant.class);
            case "blob" -> ArrayTypeName.of(TypeName.BYTE);
            case "list" -> ParameterizedTypeName.get(ClassName.get(List.class), typeOf(part(shape, "member")));
            case "map" ->
                ParameterizedTypeName.get(
                        ClassName.get(Map.class), ClassName.get(String.class), typeOf(part(shape, "value")));
            case "document" -> ClassName.get(ObjectNode.class);
            default -> recordName(shapeName);
        };
    }

    /** An expression of the shape's type that reads the given nullable node. */
    CodeBlock read(String shapeName, CodeBlock node) {
        ObjectNode shape = model.shape(shapeName);
        return switch (kind(shapeName)) {
            case "string" -> CodeBlock.of("$T.text($L)", WIRE, node);
            case "integer" -> CodeBlock.of("$T.integer($L)", WIRE, node);
            case "long" -> CodeBlock.of("$T.longInteger($L)", WIRE, node);
            case "boolean" -> CodeBlock.of("$T.bool($L)", WIRE, node);
            case "float", "double" -> CodeBlock.of("$T.number($L)", WIRE, node);
            case "timestamp" -> CodeBlock.of("$T.instant($L)", WIRE, node);
            case "blob" -> CodeBlock.of("$T.blob($L)", WIRE, node);
            case "document" -> CodeBlock.of("$T.document($L)", WIRE, node);
            case "list" -> CodeBlock.of("$T.list($L, $L)", WIRE, node, reader(part(shape, "member"), node));
            case "map" -> CodeBlock.of("$T.map($L, $L)", WIRE, node, reader(part(shape, "value"), node));
            default -> CodeBlock.of("$T.structure($L, $T::from)", WIRE, node, recordName(shapeName));
        };
    }

    /** An expression that turns the non-null value of the shape's type into a node. */
    CodeBlock write(String shapeName, CodeBlock value) {
        ObjectNode shape = model.shape(shapeName);
        return switch (kind(shapeName)) {
            case "structure" -> CodeBlock.of("$L.toTree()", value);
            case "document" -> value;
            case "timestamp" -> CodeBlock.of("$T.$L($L)", WIRE, timestampWriter(shape), value);
            case "list" -> CodeBlock.of("$T.array($L, $L)", WIRE, value, writer(part(shape, "member"), value));
            case "map" -> CodeBlock.of("$T.object($L, $L)", WIRE, value, writer(part(shape, "value"), value));
            default -> CodeBlock.of("$T.node($L)", WIRE, value);
        };
    }

    private CodeBlock reader(String shapeName, CodeBlock collection) {
        CodeBlock item = itemOf(collection);
        return CodeBlock.of("$L -> $L", item, read(shapeName, item));
    }

    private CodeBlock writer(String shapeName, CodeBlock collection) {
        CodeBlock item = itemOf(collection);
        return CodeBlock.of("$L -> $L", item, write(shapeName, item));
    }

    /** A name for the items of a collection, which may itself be an item of another one. */
    private static CodeBlock itemOf(CodeBlock collection) {
        String name = collection.toString();
        return CodeBlock.of(name.matches("item(Item)*") ? name + "Item" : "item");
    }

    private String timestampWriter(ObjectNode shape) {
        String protocol = model.root().path("metadata").path("protocol").asString();
        String fallback = "query".equals(protocol) ? "iso8601" : "unixTimestamp";
        return "iso8601".equals(shape.path("timestampFormat").asString(fallback)) ? "isoNode" : "epochNode";
    }

    private String kind(String shapeName) {
        return SourceModel.DOCUMENTS.contains(shapeName)
                ? "document"
                : model.shape(shapeName).path("type").asString();
    }

    /** The name of the shape of a list's member or a map's value. */
    static String part(ObjectNode shape, String part) {
        return shape.path(part).path("shape").asString();
    }

    private String rootNameOf(String shape) {
        for (String operation : model.builtOperations()) {
            if (shape.equals(model.shapeOf(operation, "input"))) {
                return operation + "Request";
            }
            if (shape.equals(model.shapeOf(operation, "output"))) {
                return operation + "Response";
            }
        }
        return shape;
    }
}
