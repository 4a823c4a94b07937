// SPDX-License-Identifier: Apache-2.0
package io.fleetward.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The parts of one file, not yet understood: what they refer to may be in another one. Immutable.
 *
 * @param roles elements of {@code RoleDetailList}
 * @param policies elements of {@code Policies}
 * @param uses elements of {@code ServiceLastAccessed}
 * @param pools elements of {@code IdentityPools}
 */
record ImportDocument(List<JsonPlace> roles, List<JsonPlace> policies, List<JsonPlace> uses, List<JsonPlace> pools) {
    private static final String ROLES = "RoleDetailList";
    private static final String POLICIES = "Policies";
    private static final String USES = "ServiceLastAccessed";
    private static final String POOLS = "IdentityPools";
    private static final Set<String> READ = Set.of(ROLES, POLICIES, USES, POOLS);

    /** What else an export has; nobody who is named there is a device or takes a role of one. */
    private static final Set<String> PASSED_OVER = Set.of("UserDetailList", "GroupDetailList", "IsTruncated");

    static ImportDocument read(JsonPlace root) throws MalformedImportException {
        var unknown = new ArrayList<>(root.members());
        unknown.removeAll(READ);
        unknown.removeAll(PASSED_OVER);
        if (!unknown.isEmpty()) {
            throw root.malformed("unknown members " + unknown + "; a file may have "
                    + READ.stream().sorted().toList());
        }
        requireWhole(root);
        return new ImportDocument(root.list(ROLES), root.list(POLICIES), root.list(USES), root.list(POOLS));
    }

    /** Refuses the first page of something that goes on. */
    static void requireWhole(JsonPlace export) throws MalformedImportException {
        JsonPlace truncated = export.optional("IsTruncated");
        if (truncated != null && truncated.isTrue()) {
            throw truncated.malformed("is true, so something is missing");
        }
    }
}
