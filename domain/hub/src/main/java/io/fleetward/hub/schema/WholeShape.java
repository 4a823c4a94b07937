// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/** A whole number between two bounds, both allowed. */
record WholeShape(long min, long max) implements Shape {
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,18}");

    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isNumber() || !isWhole(value)) {
            at.refuse("should be integer");
            return value;
        }
        double size = value.doubleValue();
        if (size < min) {
            at.refuse("should be >= " + min);
        } else if (size > max) {
            at.refuse("should be <= " + max);
        }
        return value.isIntegralNumber() ? value : LongNode.valueOf((long) size);
    }

    @Override
    public JsonNode fit(JsonNode value, Place at) {
        if (!value.isString() || !DIGITS.matcher(value.stringValue()).matches()) {
            return value;
        }
        return LongNode.valueOf(Long.parseLong(value.stringValue()));
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() || value.doubleValue() == Math.rint(value.doubleValue());
    }
}
