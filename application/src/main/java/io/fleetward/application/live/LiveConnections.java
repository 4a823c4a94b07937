// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import io.fleetward.application.broker.BrokerFactSink;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;

/** Tells of clients that come and go. */
public final class LiveConnections implements BrokerFactSink {
    private final LiveEvents live;

    public LiveConnections(LiveEvents live) {
        this.live = live;
    }

    @Override
    public void accept(List<BrokerFact> facts) {
        if (live.isWatched()) {
            facts.forEach(this::tell);
        }
    }

    private void tell(BrokerFact fact) {
        switch (fact) {
            case BrokerFact.Connected connected -> publish(connected, "connected");
            case BrokerFact.Disconnected disconnected ->
                publish(disconnected, "disconnected: " + disconnected.reason().name());
            case BrokerFact.ConnectAttempted _,
                    BrokerFact.AuthorizationFailed _,
                    BrokerFact.MessageReceived _,
                    BrokerFact.MessageDelivered _ -> {}
        }
    }

    private void publish(BrokerFact fact, String change) {
        AccountRegion scope = fact.scope();
        live.publish(
                scope, new LiveEvent(LiveKind.CONNECTION, fact.clientId(), change, Instant.ofEpochMilli(fact.at())));
    }
}
