// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import tools.jackson.databind.JsonNode;

/** An object whose members the hub stores without understanding them, such as the details of a resource type. */
record OpenShape() implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isObject()) {
            at.refuse("should be object");
        }
        return value;
    }
}
