// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes documents of decision tables: null removes, objects are merged, everything else replaces. */
public final class MergePatch {
    private static final Pattern LONG_TEXT = Pattern.compile("%(\\d+)\\+?");

    private MergePatch() {}

    /** Reads a patch; {@code %N} stands for N letters, {@code %N+} for one more. */
    public static ObjectNode read(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(spelledOut(json));
    }

    /** The text with its long parts written out. */
    public static String spelledOut(String text) {
        return LONG_TEXT
                .matcher(text)
                .replaceAll(match -> "x"
                        .repeat(Integer.parseInt(match.group(1))
                                + (match.group().endsWith("+") ? 1 : 0)));
    }

    /** The document after the change. */
    public static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        for (var member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                document.remove(member.getKey());
            } else if (value instanceof ObjectNode inner && document.get(member.getKey()) instanceof ObjectNode old) {
                apply(old, inner);
            } else {
                document.set(member.getKey(), value);
            }
        }
        return document;
    }
}
