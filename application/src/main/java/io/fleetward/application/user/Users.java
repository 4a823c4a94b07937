// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** Keeps the people who may sign in. Thread-safe. */
public interface Users {
    /** Adds the user or replaces the one of that id. */
    void put(Tx tx, User user);

    @Nullable
    User find(Tx tx, UserId id);

    /** Removes the user; answers whether there was one. */
    boolean remove(Tx tx, UserId id);

    /** The users of one account in the order of their names. */
    Page<User> ofAccount(Tx tx, AccountId account, PageRequest page);
}
