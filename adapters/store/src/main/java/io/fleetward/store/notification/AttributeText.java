// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import io.fleetward.application.notification.MessageAttribute;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Attributes of messages as a column holds them: type and value by name. */
final class AttributeText {
    private AttributeText() {}

    static String write(SequencedMap<String, MessageAttribute> attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        attributes.forEach((name, attribute) ->
                json.putObject(name).put("Type", attribute.dataType()).put("Value", attribute.value()));
        return json.toString();
    }

    static SequencedMap<String, MessageAttribute> read(String text) {
        var attributes = new LinkedHashMap<String, MessageAttribute>();
        for (var member : JsonMapper.shared().readTree(text).properties()) {
            JsonNode json = member.getValue();
            attributes.put(
                    member.getKey(),
                    new MessageAttribute(
                            json.get("Type").stringValue(), json.get("Value").stringValue()));
        }
        return attributes;
    }
}
