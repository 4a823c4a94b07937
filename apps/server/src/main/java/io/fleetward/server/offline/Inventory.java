// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.CheckSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is inspected, and how.
 *
 * <p>Immutable.
 *
 * @param settings of checks that do not have their defaults
 * @param disabled the checks that are not run
 * @param notRun why other checks are not run, for people
 */
public record Inventory(
        List<InspectedFile> files,
        Map<CheckName, CheckSettings> settings,
        Set<CheckName> disabled,
        List<String> notRun) {
    public Inventory {
        files = List.copyOf(files);
        settings = Map.copyOf(settings);
        disabled = Set.copyOf(disabled);
        notRun = List.copyOf(notRun);
    }

    static Inventory of(List<InspectedFile> files) {
        return new Inventory(files, Map.of(), Set.of(), List.of());
    }
}
