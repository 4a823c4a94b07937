// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/** Any number that a double can hold; larger ones are read as infinite. */
record DecimalShape() implements Shape {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");

    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            at.refuse("should be number");
        }
        return value;
    }

    @Override
    public JsonNode fit(JsonNode value, Place at) {
        return value.isString() && NUMBER.matcher(value.stringValue()).matches()
                ? DoubleNode.valueOf(Double.parseDouble(value.stringValue()))
                : value;
    }
}
