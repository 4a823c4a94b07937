// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the subscriptions of every account; a topic has at most one for each endpoint. Thread-safe. */
public interface Subscriptions {
    @Nullable
    Subscription find(Tx tx, AccountRegion scope, String id);

    /** The subscription of this endpoint in whatever state, or null. */
    @Nullable
    Subscription find(Tx tx, AccountRegion scope, String topic, Recipient endpoint);

    /** Inserts the subscription, or replaces the one with its id. */
    void put(Tx tx, Subscription subscription);

    /** Forgets the subscription; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, String id);

    /** All subscriptions of the topic in whatever state, in the order of their ids. */
    List<Subscription> of(Tx tx, AccountRegion scope, String topic);

    /** The subscriptions that are not deleted in the order of their ids, which are the sort keys. */
    Page<Subscription> list(Tx tx, AccountRegion scope, PageRequest page);

    /** Forgets up to that many, of whatever account, that were not confirmed since the instant; answers how many. */
    int removeUnconfirmedSince(Tx tx, Instant invitedBefore, int limit);
}
