// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The controls of the standards that are evaluated here, each of which has all of them.
 *
 * <p>Immutable.
 *
 * @param all by the order in which they are listed
 */
public record ControlCatalog(List<SecurityControl> all) {
    public ControlCatalog {
        all = List.copyOf(all);
    }

    /** The controls of a standard. */
    public List<SecurityControl> of(Standard standard) {
        return standard.isEvaluated() ? all : List.of();
    }

    /** The control of this id, null when there is none. */
    public @Nullable SecurityControl find(String id) {
        return all.stream()
                .filter(control -> control.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The control that is named by its id or its ARN in this account and region, null when there is none. */
    @Nullable
    SecurityControl find(AccountRegion scope, String idOrArn) {
        return all.stream()
                .filter(control ->
                        control.id().equals(idOrArn) || control.arn(scope).equals(idOrArn))
                .findFirst()
                .orElse(null);
    }
}
