// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A complete answer of the console.
 *
 * <p>Immutable by agreement: nobody writes to the body.
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record ConsoleAnswer(int status, Map<String, String> headers, byte[] body) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public ConsoleAnswer {
        headers = Map.copyOf(headers);
    }

    /** Nothing but a status. */
    public static ConsoleAnswer empty(int status) {
        return new ConsoleAnswer(status, Map.of(), new byte[0]);
    }

    /** A JSON document that nobody may keep. */
    public static ConsoleAnswer json(int status, JsonNode document) {
        return new ConsoleAnswer(
                status,
                Map.of("content-type", "application/json", "cache-control", "no-store"),
                JSON.writeValueAsBytes(document));
    }

    /** The same answer with one more header, in the place of one of that name. */
    public ConsoleAnswer with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ConsoleAnswer(status, more, body);
    }
}
