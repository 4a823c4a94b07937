// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;

/**
 * The account that a management account made the administrator of its organization's hubs, in one region. Immutable.
 *
 * @param autoEnable whether accounts that come into being become members at once
 * @param autoEnableStandards whether they get the default standards
 * @param isCentral whether accounts are configured by policies, which are kept in this region
 */
public record Delegation(
        AccountRegion management,
        AccountId account,
        boolean autoEnable,
        boolean autoEnableStandards,
        boolean isCentral) {
    /** A delegation under which the administrator takes accounts in one by one. */
    public static Delegation fresh(AccountRegion management, AccountId account) {
        return new Delegation(management, account, false, true, false);
    }

    /** The same, with accounts that come configured by policies alone. */
    public Delegation central(boolean isHome) {
        return new Delegation(management, account, false, false, isHome);
    }

    /** Where the administrator's hub is. */
    public AccountRegion administrator() {
        return new AccountRegion(account, management.region());
    }
}
