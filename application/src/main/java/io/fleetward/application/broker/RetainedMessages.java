// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.error.ThrottledException;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The message kept on each topic for later subscribers: bodies on disk, in memory only which topics hold one.
 *
 * <p>Thread-safe. A message without payload deletes; there are at most as many as the limits allow.
 */
final class RetainedMessages {
    private final BrokerCore core;

    RetainedMessages(BrokerCore core) {
        this.core = core;
    }

    /** Learns which topics hold a message; called once before connections are accepted. */
    void restore(Tx tx) {
        core.ports()
                .retainedStore()
                .topics(tx)
                .forEach(known -> core.router().tenant(known.scope()).retained().add(known.topic()));
    }

    /** Keeps the message, or forgets the one on its topic when it is empty; tells when that is durable. */
    void keep(Tenant tenant, Message message, Consumer<@Nullable Throwable> done) {
        Set<TopicName> topics = tenant.retained();
        TopicName topic = message.topic();
        RetainedStore store = core.ports().retainedStore();
        if (message.payload().length == 0) {
            topics.remove(topic);
            core.write(tx -> store.remove(tx, tenant.scope(), topic), done);
        } else if (!topics.contains(topic) && topics.size() >= core.limits().maxRetained()) {
            done.accept(new ThrottledException("too many retained messages"));
        } else {
            topics.add(topic);
            var retained = new RetainedMessage(message, core.now());
            core.write(tx -> store.put(tx, tenant.scope(), retained), done);
        }
    }

    /** Looks for the message on the topic and hands it over, marked as retained, on any thread; does nothing when there is none. */
    void find(Tenant tenant, TopicName topic, Consumer<Message> found) {
        if (!tenant.retained().contains(topic)) {
            return;
        }
        AccountRegion scope = tenant.scope();
        core.ports()
                .sessions()
                .readAsync(tx -> core.ports().retainedStore().find(tx, scope, topic))
                .whenComplete((retained, failure) -> {
                    if (failure != null) {
                        core.storeFailed("retained-read-failed", failure);
                    } else if (retained != null) {
                        found.accept(retained.message().withRetain(true));
                    }
                });
    }
}
