// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import io.fleetward.registry.thing.ThingGroup;
import io.fleetward.registry.thing.ThingGroupName;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of a group in its hierarchy as one text: the names from the root down to the group itself, each followed
 * by a slash, which no name contains. Everything below a group is a range of texts.
 */
final class Lineage {
    private Lineage() {}

    static String of(ThingGroup group) {
        var text = new StringBuilder();
        group.ancestors().forEach(ancestor -> text.append(ancestor).append('/'));
        return text.append(group.name()).append('/').toString();
    }

    static List<ThingGroupName> ancestors(String lineage) {
        var names = new ArrayList<ThingGroupName>();
        int start = 0;
        for (int slash = lineage.indexOf('/'); slash >= 0; slash = lineage.indexOf('/', start)) {
            names.add(new ThingGroupName(lineage.substring(start, slash)));
            start = slash + 1;
        }
        return names.subList(0, names.size() - 1);
    }
}
