// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import tools.jackson.databind.JsonNode;

/** True or false. */
record FlagShape() implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isBoolean()) {
            at.refuse("should be boolean");
        }
        return value;
    }
}
