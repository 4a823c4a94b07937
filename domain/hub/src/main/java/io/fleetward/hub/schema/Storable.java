// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Refuses what no store gives back as it came: texts with a NUL character or half of a surrogate pair, and numbers
 * beyond what a double can hold.
 */
final class Storable {
    private static final String TEXT_RULE = "should NOT contain NUL or unpaired surrogate characters";
    private static final String NUMBER_RULE = "should be number";

    private Storable() {}

    /** Looks at every value and every name in the document. */
    static void check(JsonNode value, Place at) {
        if (value.isString()) {
            refuseUnlessStorable(value.stringValue(), at);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), at.item(i));
            }
        } else if (value.isNumber()) {
            if (!Double.isFinite(value.doubleValue())) {
                at.refuse(NUMBER_RULE);
            }
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                refuseUnlessStorable(member.getKey(), at);
                check(member.getValue(), at.member(member.getKey()));
            }
        }
    }

    private static void refuseUnlessStorable(String text, Place at) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean isPair = Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (isPair) {
                i++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                at.refuse(TEXT_RULE);
                return;
            }
        }
    }
}
