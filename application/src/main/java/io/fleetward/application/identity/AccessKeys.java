// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the access keys of all accounts; secrets are encrypted where they are kept. Thread-safe. */
public interface AccessKeys {
    /** Adds the key or replaces the one with its id. */
    void put(Tx tx, AccessKey key);

    @Nullable
    AccessKey find(Tx tx, String id);

    /** Writes down when the key was last used; nothing happens when there is no such key. */
    void used(Tx tx, String id, Instant at);

    /** Removes the key; answers whether there was one. */
    boolean remove(Tx tx, String id);

    /** The keys of one account in the order of their ids. */
    Page<AccessKey> ofAccount(Tx tx, AccountId account, PageRequest page);

    /** Every key that is switched on, the oldest first. */
    List<AccessKey> active(Tx tx);
}
