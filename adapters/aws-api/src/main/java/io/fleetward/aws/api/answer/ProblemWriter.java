// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.http.ApiResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes errors as problem details (RFC 9457), for calls by name: the error's own name is the member {@code code}, its
 * further modelled members stand beside it.
 */
public final class ProblemWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemWriter() {}

    /** The error. */
    public static ApiResponse write(Refusal refusal, String requestId) {
        int status = refusal.code().status();
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        refusal.members().forEach(problem::put);
        problem.put("type", "about:blank");
        problem.put("title", title(status));
        problem.put("status", status);
        problem.put("detail", refusal.message());
        problem.put("code", refusal.code().name());
        if (refusal.field() != null) {
            problem.put("field", refusal.field());
        }
        problem.put("requestId", requestId);
        return new ApiResponse(
                status,
                Map.of("content-type", "application/problem+json", "x-amzn-requestid", requestId),
                JSON.writeValueAsBytes(problem));
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 413 -> "Content Too Large";
            case 429 -> "Too Many Requests";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            default -> "Error";
        };
    }
}
