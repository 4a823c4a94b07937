// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.util.List;
import java.util.Map;

/**
 * The IAM roles of an account and its identity pools in a region, as far as they were imported.
 *
 * <p>Immutable.
 *
 * @param roles by ARN
 * @param pools whose roles are all among {@code roles}
 */
public record ImportedRoles(Map<String, RoleFacts> roles, List<IdentityPool> pools) {
    /** Nothing was imported. */
    public static final ImportedRoles NONE = new ImportedRoles(Map.of(), List.of());

    public ImportedRoles {
        roles = Map.copyOf(roles);
        pools = List.copyOf(pools);
    }
}
