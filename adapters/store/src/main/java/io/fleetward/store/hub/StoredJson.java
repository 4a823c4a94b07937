// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON objects in columns. */
final class StoredJson {
    private StoredJson() {}

    static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    static String text(Map<String, String> texts) {
        return JsonMapper.shared().writeValueAsString(texts);
    }

    static Map<String, String> texts(String json) {
        var texts = new HashMap<String, String>();
        for (Map.Entry<String, JsonNode> text : object(json).properties()) {
            texts.put(text.getKey(), text.getValue().stringValue());
        }
        return texts;
    }
}
