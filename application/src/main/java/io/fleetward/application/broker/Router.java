// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.broker.subscription.Recipient;
import io.fleetward.broker.subscription.Recipients;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hands a message to the session of every recipient, on the session's own loop. Thread-safe. */
final class Router {
    private final Map<AccountRegion, Tenant> tenants = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Tenant tenant(AccountRegion scope) {
        return tenants.computeIfAbsent(scope, Tenant::new);
    }

    /** Whether some recipient stores the message, so that its publisher must wait. */
    static boolean needsReceipt(Message message, Recipients<ClientSession> recipients) {
        if (message.qos() == 0) {
            return false;
        }
        List<Recipient<ClientSession>> direct = recipients.direct();
        for (int i = 0; i < direct.size(); i++) {
            if (direct.get(i).subscriber().isDurable()) {
                return true;
            }
        }
        return !recipients.groups().isEmpty();
    }

    /**
     * Delivers the message.
     *
     * @param publisher the session the message came from; null for the server itself
     * @param receipt told when every copy that must be durable is; null when nobody waits
     */
    void route(
            Message message,
            Recipients<ClientSession> recipients,
            @Nullable ClientSession publisher,
            @Nullable Receipt receipt) {
        List<Recipient<ClientSession>> direct = recipients.direct();
        for (int i = 0; i < direct.size(); i++) {
            Recipient<ClientSession> recipient = direct.get(i);
            if (!recipient.noLocal() || recipient.subscriber() != publisher) {
                hand(message, recipient, receipt);
            }
        }
        List<List<Recipient<ClientSession>>> groups = recipients.groups();
        for (int i = 0; i < groups.size(); i++) {
            hand(message, member(groups.get(i)), receipt);
        }
    }

    private static void hand(Message message, Recipient<ClientSession> recipient, @Nullable Receipt receipt) {
        if (receipt != null) {
            receipt.expect();
        }
        recipient.subscriber().accept(message, recipient, receipt);
    }

    /** The group's next member in turn: one that is connected if there is any, else one that stores the message. */
    private Recipient<ClientSession> member(List<Recipient<ClientSession>> group) {
        int start = Math.floorMod(turn.getAndIncrement(), group.size());
        Recipient<ClientSession> fallback = group.get(start);
        for (int i = 0; i < group.size(); i++) {
            Recipient<ClientSession> candidate = group.get((start + i) % group.size());
            if (candidate.subscriber().isConnected()) {
                return candidate;
            }
            fallback = candidate.subscriber().isDurable() ? candidate : fallback;
        }
        return fallback;
    }
}
