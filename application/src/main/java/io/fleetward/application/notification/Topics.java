// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** Keeps notification topics. Thread-safe. */
public interface Topics {
    @Nullable
    Topic find(Tx tx, AccountRegion scope, String name);

    /** Inserts the topic, or replaces the one with its name. */
    void put(Tx tx, Topic topic);

    /** Forgets the topic alone: not its subscriptions; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, String name);

    /** The topics in the order of their names, which are the sort keys. */
    Page<Topic> list(Tx tx, AccountRegion scope, PageRequest page);
}
