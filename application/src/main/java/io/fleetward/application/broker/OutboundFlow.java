// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.time.Timers;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.limit.Allowance;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.InFlight;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to one connected client: each is authorised when it is delivered, kept to the client's pace,
 * sent and metered. Confined to the connection's loop.
 */
final class OutboundFlow {
    private final ClientConnection connection;
    private Allowance allowance;
    private Timers.@Nullable Timer wake;

    OutboundFlow(ClientConnection connection) {
        this.connection = connection;
        allowance = Allowance.full(connection.core().limits().pace().publishesOut(), connection.now());
    }

    /** Sends a QoS 0 message, or drops it when the client is too slow or may not receive it. */
    void sendNow(Message message) {
        long now = connection.now();
        if (!mayReceive(message, now)) {
            return;
        }
        if (!connection.link().isWritable()) {
            connection.core().count(Counter.MESSAGES_DROPPED_SLOW);
        } else if (!allowance.hasAny(now)) {
            connection.core().count(Counter.MESSAGES_THROTTLED);
        } else {
            send(message, 0, now);
        }
    }

    /** Sends QoS 1 messages until none waits or the client's window, its speed or its pace forbid more. */
    void pump(ClientSession session) {
        while (connection.link().isWritable()) {
            long now = connection.now();
            if (!allowance.hasAny(now)) {
                pumpAt(now + allowance.delay(now), session);
                return;
            }
            InFlight next = session.state().next();
            if (next == null) {
                return;
            }
            Message message = next.queued().message();
            if (isStale(message, now) || !mayReceive(message, now)) {
                session.acknowledged(next.packetId());
            } else {
                send(message, next.packetId(), now);
            }
        }
    }

    void stop() {
        if (wake != null) {
            wake.cancel();
        }
    }

    private void send(Message message, int packetId, long now) {
        allowance = allowance.spend(1, now);
        connection.link().publish(message, packetId);
        connection.core().count(Counter.MESSAGES_DELIVERED);
        connection
                .facts()
                .add(new BrokerFact.MessageDelivered(
                        connection.client().scope(),
                        connection.client().clientId(),
                        now,
                        message.topic().value(),
                        message.payload().length));
    }

    private boolean isStale(Message message, long now) {
        if (message.isExpired(now)) {
            connection.core().count(Counter.MESSAGES_EXPIRED);
            return true;
        }
        return false;
    }

    private boolean mayReceive(Message message, long now) {
        String topic = message.topic().value();
        if (connection.access().mayReceive(topic, now)) {
            return true;
        }
        connection.denied("iot:Receive", topic);
        return false;
    }

    private void pumpAt(long when, ClientSession session) {
        if (wake == null) {
            wake = connection
                    .core()
                    .ports()
                    .timers()
                    .at(
                            Instant.ofEpochMilli(when),
                            () -> connection.loop().execute(() -> {
                                wake = null;
                                session.pump();
                            }));
        }
    }
}
