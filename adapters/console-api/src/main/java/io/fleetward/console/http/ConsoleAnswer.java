// SPDX-License-Identifier: Apache-2.0
package io.fleetward.console.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the console.
 *
 * <p>Immutable by agreement: nobody writes to the body.
 *
 * @param stream takes the place of the body, which is empty then; null for an answer that is complete
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record ConsoleAnswer(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable ConsoleStream stream) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public ConsoleAnswer {
        headers = Map.copyOf(headers);
    }

    /** A complete answer. */
    public ConsoleAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, null);
    }

    /** An answer that goes on, and that nobody may keep. */
    public static ConsoleAnswer stream(String type, ConsoleStream stream) {
        return new ConsoleAnswer(200, Map.of("content-type", type, "cache-control", "no-store"), new byte[0], stream);
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
        return new ConsoleAnswer(status, more, body, stream);
    }
}
