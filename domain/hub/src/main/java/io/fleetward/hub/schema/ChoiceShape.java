// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A string out of a fixed list. */
record ChoiceShape(List<String> choices) implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isString()) {
            at.refuse("should be string");
        } else if (!choices.contains(value.stringValue())) {
            at.refuse("should be equal to one of the allowed values");
        }
        return value;
    }
}
