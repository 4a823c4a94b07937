// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.model.Member;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModel;
import io.fleetward.aws.api.model.Shape;
import io.fleetward.aws.api.model.ShapeRef;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes successful answers from the tree of the response record. Specification: aws-protocol, wire rules.
 *
 * <p>Values are in wire form already; this class only sorts members into status, headers and body.
 */
public final class SuccessWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int NO_CONTENT = 204;
    private static final byte[] NOTHING = new byte[0];

    private SuccessWriter() {}

    /** The answer of the operation. */
    public static ApiResponse write(ServiceModel model, Operation operation, ObjectNode tree, String requestId) {
        return switch (operation.service().protocol()) {
            case REST_JSON -> rest(operation, tree, requestId);
            case AWS_JSON -> answer(operation.status(), headers(operation, requestId), JSON.writeValueAsBytes(tree));
            case QUERY ->
                answer(
                        operation.status(),
                        headers(operation, requestId),
                        XmlAnswer.write(model, operation, tree, requestId));
        };
    }

    private static ApiResponse rest(Operation operation, ObjectNode tree, String requestId) {
        Map<String, String> headers = headers(operation, requestId);
        int status = operation.status();
        Shape.Structure shape = structure(operation.output());
        if (shape != null && shape.located()) {
            for (Member member : shape.members().values()) {
                JsonNode value = tree.get(member.name());
                if (value == null) {
                    continue;
                }
                switch (member.location()) {
                    case HEADER -> headers.put(member.wireName(), value.asString());
                    case STATUS -> status = value.asInt();
                    case BODY, PATH, QUERY -> {}
                }
                if (member.location() != Member.Location.BODY) {
                    tree.remove(member.name());
                }
            }
        }
        byte[] body = shape == null || shape.payload() == null
                ? JSON.writeValueAsBytes(tree)
                : payload(shape.payload(), tree, headers);
        return answer(status, headers, body);
    }

    private static byte[] payload(Member payload, ObjectNode tree, Map<String, String> headers) {
        JsonNode value = tree.get(payload.name());
        return switch (payload.shape().get()) {
            case Shape.Blob _ -> {
                headers.put("content-type", "application/octet-stream");
                yield value == null ? NOTHING : value.binaryValue();
            }
            case Shape.Text _ -> {
                headers.put("content-type", "text/plain; charset=utf-8");
                yield value == null ? NOTHING : value.stringValue().getBytes(StandardCharsets.UTF_8);
            }
            default -> value == null ? NOTHING : JSON.writeValueAsBytes(value);
        };
    }

    private static Shape.@Nullable Structure structure(@Nullable ShapeRef output) {
        return output != null && output.get() instanceof Shape.Structure structure ? structure : null;
    }

    private static Map<String, String> headers(Operation operation, String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", operation.service().protocol().contentType());
        headers.put("x-amzn-requestid", requestId);
        return headers;
    }

    private static ApiResponse answer(int status, Map<String, String> headers, byte[] body) {
        return new ApiResponse(status, headers, status == NO_CONTENT ? NOTHING : body);
    }
}
