// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import tools.jackson.databind.JsonNode;

/** Any number that a double can hold; larger ones are read as infinite. */
record DecimalShape() implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            at.refuse("should be number");
        }
        return value;
    }
}
