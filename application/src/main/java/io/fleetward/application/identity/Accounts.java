// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the accounts of the installation. Thread-safe. */
public interface Accounts {
    /** Adds the account; answers false when there is one with this id. */
    boolean add(Tx tx, Account account);

    @Nullable
    Account find(Tx tx, AccountId id);

    /** All accounts in the order of their ids; an installation has few. */
    List<Account> all(Tx tx);
}
