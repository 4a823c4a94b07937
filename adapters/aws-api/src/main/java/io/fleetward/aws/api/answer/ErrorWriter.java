// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.model.AwsService;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes errors. Specification: aws-protocol, error shapes and validation. */
public final class ErrorWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIRST_SERVER_ERROR = 500;

    private ErrorWriter() {}

    /** The error of a known service. */
    public static ApiResponse write(AwsService service, Refusal refusal, String requestId) {
        return switch (service.protocol()) {
            case REST_JSON, AWS_JSON ->
                json(service.protocol().contentType(), refusal, body(service, refusal, requestId), requestId);
            case QUERY -> xml(refusal, requestId);
        };
    }

    /** The error of a request that names no service we serve; {@code form} when the client reads XML only. */
    public static ApiResponse writeUnknownService(boolean form, Refusal refusal, String requestId) {
        if (form) {
            return xml(refusal, requestId);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("__type", refusal.code().name());
        body.put("message", refusal.message());
        return json("application/json", refusal, body, requestId);
    }

    private static ObjectNode body(AwsService service, Refusal refusal, String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (service) {
            case SECURITY_HUB -> {
                body.put("Message", refusal.message());
                body.put("Code", refusal.code().name());
            }
            case EVENTS -> {
                body.put("__type", refusal.code().name());
                body.put("message", refusal.message());
            }
            case IOT_DATA -> {
                body.put("message", refusal.message());
                body.put("traceId", requestId);
            }
            case IOT, FLEETWARD, SNS, STS -> body.put("message", refusal.message());
        }
        refusal.members().forEach(body::put);
        return body;
    }

    private static ApiResponse json(String contentType, Refusal refusal, ObjectNode body, String requestId) {
        return new ApiResponse(
                refusal.code().status(), headers(contentType, refusal, requestId), JSON.writeValueAsBytes(body));
    }

    private static Map<String, String> headers(String contentType, Refusal refusal, String requestId) {
        return Map.of(
                "content-type", contentType, "x-amzn-errortype", refusal.code().name(), "x-amzn-requestid", requestId);
    }

    private static ApiResponse xml(Refusal refusal, String requestId) {
        boolean ours = refusal.code().status() >= FIRST_SERVER_ERROR;
        var xml = new Xml()
                .open("ErrorResponse")
                .open("Error")
                .text("Type", ours ? "Receiver" : "Sender")
                .text("Code", refusal.code().name())
                .text("Message", refusal.message())
                .close("Error")
                .text("RequestId", requestId)
                .close("ErrorResponse");
        return new ApiResponse(refusal.code().status(), headers("text/xml", refusal, requestId), xml.bytes());
    }
}
