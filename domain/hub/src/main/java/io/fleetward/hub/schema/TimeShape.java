// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import io.fleetward.hub.finding.FindingTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A timestamp; its normal form has no digits below the millisecond. */
record TimeShape() implements Shape {
    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isString()) {
            at.refuse("should be string");
            return value;
        }
        String text = value.stringValue();
        if (FindingTime.parse(text) == null) {
            at.refuse("should match format \"date-time\"");
            return value;
        }
        String normal = FindingTime.truncated(text);
        return normal.equals(text) ? value : StringNode.valueOf(normal);
    }
}
