// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service model: operations by name and what its errors look like. Immutable. */
public final class ServiceModel {
    private static final int OK = 200;

    /** The status and code of a modelled error; query services answer a code that is not the error's name. */
    public record ModelledError(int status, String code) {}

    private final AwsService service;
    private final JsonNode metadata;
    private final Map<String, Operation> operations;
    private final Map<String, ModelledError> errors;

    private ServiceModel(AwsService service, JsonNode root) {
        this.service = service;
        this.metadata = root.path("metadata");
        this.operations = operations(service, root);
        this.errors = errors(root.path("errors"));
    }

    /** Reads the model from the class path. */
    public static ServiceModel read(AwsService service) {
        String resource = "/io/fleetward/aws/model/" + service.id() + ".json";
        try (InputStream in = ServiceModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the service model " + resource + " is missing");
            }
            return new ServiceModel(service, JsonMapper.shared().readTree(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public AwsService service() {
        return service;
    }

    /** The version clients name in query requests. */
    public String apiVersion() {
        return metadata.path("apiVersion").asString("");
    }

    /** The namespace of XML answers. */
    public String xmlNamespace() {
        return metadata.path("xmlNamespace").asString("");
    }

    /** What stands before the dot in {@code X-Amz-Target}. */
    public String targetPrefix() {
        return metadata.path("targetPrefix").asString("");
    }

    /** All operations by name, in the order of the model. */
    public Map<String, Operation> operations() {
        return operations;
    }

    /** The modelled error of this name, or null. */
    public @Nullable ModelledError error(String name) {
        return errors.get(name);
    }

    private static Map<String, Operation> operations(AwsService service, JsonNode root) {
        var shapes = new Shapes(root.path("shapes"));
        var operations = new LinkedHashMap<String, Operation>();
        for (var property : root.path("operations").properties()) {
            operations.put(property.getKey(), operation(service, property.getKey(), property.getValue(), shapes));
        }
        return Collections.unmodifiableMap(operations);
    }

    private static Operation operation(AwsService service, String name, JsonNode source, Shapes shapes) {
        List<String> errors = new ArrayList<>();
        source.path("errors").forEach(error -> errors.add(error.asString()));
        return new Operation(
                service,
                name,
                source.path("http").path("method").asString(),
                source.path("http").path("requestUri").asString(),
                source.path("http").path("responseCode").asInt(OK),
                ref(source, "input", shapes),
                ref(source, "output", shapes),
                source.has("resultWrapper") ? source.path("resultWrapper").asString() : null,
                errors);
    }

    private static @Nullable ShapeRef ref(JsonNode source, String direction, Shapes shapes) {
        return source.has(direction) ? shapes.ref(source.path(direction).asString()) : null;
    }

    private static Map<String, ModelledError> errors(JsonNode source) {
        var errors = new LinkedHashMap<String, ModelledError>();
        for (var property : source.properties()) {
            JsonNode error = property.getValue();
            errors.put(
                    property.getKey(),
                    new ModelledError(
                            error.path("status").asInt(), error.path("code").asString(property.getKey())));
        }
        return Collections.unmodifiableMap(errors);
    }
}
