// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange.FieldUpdate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which fields differ between two states of a finding, as its history tells it.
 *
 * <p>Objects are compared member by member, lists and maps as a whole. Timestamps and the hub's own fields do not count
 * as changes of a finding.
 */
public final class FindingDiff {
    private static final Set<String> MAPS = Set.of("ProductFields", "UserDefinedFields");

    /** Long enough for a person to see what changed; a history must not outweigh its finding. */
    private static final int MAX_VALUE_LENGTH = 4096;

    private FindingDiff() {}

    /** The changed fields in the order of the documents. */
    public static List<FieldUpdate> between(Finding before, Finding after) {
        var updates = new ArrayList<FieldUpdate>();
        compare("", before.document(), after.document(), updates);
        return updates;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<FieldUpdate> updates) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            JsonNode old = before.get(name);
            JsonNode now = after.get(name);
            String field = path.isEmpty() ? name : path + "." + name;
            if (name.endsWith("At") || (old != null && old.equals(now))) {
                continue;
            }
            if (isStructure(name, old) && isStructure(name, now) && old != null && now != null) {
                compare(field, old, now, updates);
            } else {
                updates.add(new FieldUpdate(field, text(old), text(now)));
            }
        }
    }

    private static boolean isStructure(String name, @Nullable JsonNode value) {
        return value != null && value.isObject() && !MAPS.contains(name);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= MAX_VALUE_LENGTH ? text : text.substring(0, MAX_VALUE_LENGTH) + "(truncated)";
    }
}
