// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small collections as JSON texts in a column. */
final class JsonTexts {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private JsonTexts() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static Map<String, String> map(String json) {
        return MAPPER.readValue(json, MAP);
    }

    static List<String> list(String json) {
        return MAPPER.readValue(json, LIST);
    }
}
