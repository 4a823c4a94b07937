// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.central;

import io.fleetward.kernel.AccountId;

/**
 * Whom a configuration is for: one account, or all accounts of the organization that have none of their own. Immutable.
 *
 * @param id the account's number, or {@value #ROOT_ID}
 */
public record PolicyTarget(Kind kind, String id) {
    /** What the organization's root is called. */
    public static final String ROOT_ID = "r-fleetward";

    /** All accounts of the organization. */
    public static final PolicyTarget ROOT = new PolicyTarget(Kind.ROOT, ROOT_ID);

    /** The kinds of targets; the constants' names are the wire names. */
    public enum Kind {
        ACCOUNT,
        ROOT
    }

    /** One account. */
    public static PolicyTarget of(AccountId account) {
        return new PolicyTarget(Kind.ACCOUNT, account.value());
    }

    /** The target of this id, which must be one. */
    public static PolicyTarget read(String id) {
        return id.equals(ROOT_ID) ? ROOT : of(new AccountId(id));
    }

    public boolean isRoot() {
        return kind == Kind.ROOT;
    }

    /** The account, of a target that is one. */
    public AccountId account() {
        return new AccountId(id);
    }
}
