// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.view.ImportedRoles;
import io.fleetward.kernel.AccountRegion;

/** Where the IAM roles and identity pools come from that the operator imports. Thread-safe. */
public interface RoleImports {
    /** Nothing at all. */
    RoleImports NONE = _ -> ImportedRoles.NONE;

    /**
     * What is imported for this account and region at present.
     *
     * @throws UnreadableImportException when something that was imported for the account cannot be read: half of the
     *     roles would be judged as if they were all
     */
    ImportedRoles of(AccountRegion scope);
}
