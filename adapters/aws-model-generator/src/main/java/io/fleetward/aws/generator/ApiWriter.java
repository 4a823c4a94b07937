// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.generator;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the API interface of a service: one default method per built operation, and {@code call}, which turns an
 * operation's name and tree into a call of its method without reflection.
 */
final class ApiWriter {
    private static final ClassName CONTEXT = ClassName.get("io.fleetward.application.identity", "CallContext");
    private static final ClassName SERVICE_API = ClassName.get(Service.ROOT_PACKAGE, "ServiceApi");
    private static final ClassName NOT_BUILT = ClassName.get(Service.ROOT_PACKAGE, "NotBuilt");

    private final SourceModel model;

    ApiWriter(SourceModel model) {
        this.model = model;
    }

    /** The interface. */
    TypeSpec write() {
        TypeSpec.Builder api = TypeSpec.interfaceBuilder(model.service().apiName())
                .addAnnotation(JavaTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "The operations of {@code $L}; a family of operations overrides those it answers.\n",
                        model.service().id())
                .addSuperinterface(SERVICE_API)
                .addMethod(serviceId());
        model.builtOperations().forEach(operation -> api.addMethod(operation(operation)));
        return api.addMethod(call()).build();
    }

    private MethodSpec serviceId() {
        return MethodSpec.methodBuilder("serviceId")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(String.class)
                .addStatement("return $S", model.service().id())
                .build();
    }

    private MethodSpec operation(String operation) {
        return MethodSpec.methodBuilder(JavaTypes.componentName(operation))
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(name(operation + "Response"))
                .addParameter(name(operation + "Request"), "request")
                .addParameter(CONTEXT, "context")
                .addStatement(
                        "throw $T.operation($S, $S)", NOT_BUILT, model.service().id(), operation)
                .build();
    }

    private MethodSpec call() {
        MethodSpec.Builder call = MethodSpec.methodBuilder("call")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .returns(ObjectNode.class)
                .addParameter(String.class, "operation")
                .addParameter(ObjectNode.class, "input")
                .addParameter(CONTEXT, "context")
                .addCode("return switch (operation) {\n$>");
        for (String operation : model.builtOperations()) {
            call.addCode(
                    "case $S -> $N($T.from(input), context).toTree();\n",
                    operation,
                    JavaTypes.componentName(operation),
                    name(operation + "Request"));
        }
        return call.addCode(
                        "default -> throw $T.operation($S, operation);\n$<};\n",
                        NOT_BUILT,
                        model.service().id())
                .build();
    }

    private ClassName name(String simpleName) {
        return ClassName.get(model.service().javaPackage(), simpleName);
    }
}
