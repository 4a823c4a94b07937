// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import tools.jackson.databind.JsonNode;

/** Any number. */
record DecimalShape() implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isNumber()) {
            at.refuse("should be number");
        }
        return value;
    }
}
