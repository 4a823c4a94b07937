// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.fact.BrokerFact;

/** Takes what happened at the broker. Called on event loops: never blocks, never throws; thread-safe. */
public interface BrokerFactSink {
    void accept(BrokerFact fact);
}
