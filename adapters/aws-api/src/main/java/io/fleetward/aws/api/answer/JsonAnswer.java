// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.answer;

import io.fleetward.aws.api.http.ApiResponse;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes successful answers of calls by name: all members in one JSON object, wherever they travel else. */
public final class JsonAnswer {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;

    private JsonAnswer() {}

    /** The answer. */
    public static ApiResponse write(ObjectNode tree, String requestId) {
        return new ApiResponse(
                OK,
                Map.of("content-type", "application/json", "x-amzn-requestid", requestId),
                JSON.writeValueAsBytes(tree));
    }
}
