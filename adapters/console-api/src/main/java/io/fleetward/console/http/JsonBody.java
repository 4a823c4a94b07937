// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the small JSON objects of the console's own requests. */
public final class JsonBody {
    private static final int MAX_BYTES = 4_096;
    private static final int MAX_DEPTH = 4;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** The object. */
    public static ObjectNode read(ConsoleRequest request) {
        requireJson(request);
        if (request.body().length > MAX_BYTES) {
            throw new Refused(Problem.TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes.");
        }
        try {
            if (JSON.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException malformed) {
            // Said below: what stands in it may be a password.
        }
        throw new Refused(Problem.MALFORMED, "The body must be a JSON object.");
    }

    /** A member that must be there as a text. */
    public static String text(ObjectNode body, String member) {
        JsonNode value = body.get(member);
        if (value == null || !value.isString()) {
            throw new Refused(Problem.MALFORMED, "The member " + member + " must be a string.");
        }
        return value.stringValue();
    }

    /** Refuses what forms of other pages can send. */
    public static void requireJson(ConsoleRequest request) {
        String type = request.header("content-type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refused(Problem.NOT_JSON, "The body must be sent as application/json.");
        }
    }
}
