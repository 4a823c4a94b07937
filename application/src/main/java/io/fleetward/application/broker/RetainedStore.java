// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps at most one retained message per topic. Thread-safe. */
public interface RetainedStore {
    /** The message retained on the topic, or null. */
    @Nullable
    RetainedMessage find(Tx tx, AccountRegion scope, TopicName topic);

    /** Keeps the message in place of any other on its topic. */
    void put(Tx tx, AccountRegion scope, RetainedMessage retained);

    /** Forgets the message on the topic; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, TopicName topic);

    /** The retained messages of an account and region in topic order; the keyset is the topic. */
    Page<RetainedMessage> list(Tx tx, AccountRegion scope, PageRequest page);

    /** Which topics hold a message, of every account; read once at start. */
    List<RetainedTopic> topics(Tx tx);

    /** A topic that holds a retained message. */
    record RetainedTopic(AccountRegion scope, TopicName topic) {}
}
