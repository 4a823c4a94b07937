// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;

/**
 * The account that a management account made the administrator of its organization's hubs, in one region. Immutable.
 *
 * @param autoEnable whether accounts that come into being become members at once
 * @param autoEnableStandards whether they get the default standards
 */
public record Delegation(AccountRegion management, AccountId account, boolean autoEnable, boolean autoEnableStandards) {
    /** A delegation under which the administrator takes accounts in one by one. */
    public static Delegation fresh(AccountRegion management, AccountId account) {
        return new Delegation(management, account, false, true);
    }

    /** Where the administrator's hub is. */
    public AccountRegion administrator() {
        return new AccountRegion(account, management.region());
    }
}
