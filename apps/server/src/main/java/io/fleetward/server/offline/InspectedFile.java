// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import io.fleetward.audit.check.AuditCheck;
import io.fleetward.audit.check.CustomAuditCheck;
import io.fleetward.audit.view.RegistryView;
import io.fleetward.policy.document.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * What one file holds, or a part of it, as an account of its own that has nothing else.
 *
 * <p>Immutable.
 *
 * @param name the file, as reports show it
 * @param position where in the file it begins
 * @param checks those that need no more than this
 */
record InspectedFile(String name, Position position, RegistryView view, List<AuditCheck> checks) {
    /** The beginning of a file. */
    static final Position BEGINNING = new Position(1, 1);

    InspectedFile {
        checks = List.copyOf(checks);
    }

    /** The same with those of these checks as well that judge what it holds. */
    InspectedFile with(List<CustomAuditCheck> custom) {
        var all = new ArrayList<>(checks);
        custom.stream()
                .filter(check -> view.inventory()
                        .of(check.definition().subject())
                        .findAny()
                        .isPresent())
                .forEach(all::add);
        return new InspectedFile(name, position, view, all);
    }
}
