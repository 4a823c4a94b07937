// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.fact.BrokerFact;
import java.util.ArrayList;
import java.util.List;

/** What has happened on one loop in the present burst, told together at its end. Confined to the loop. */
final class BurstFacts {
    /** So many are told before the burst ends, which bounds the memory. */
    private static final int MANY = 4_096;

    private final Loop loop;
    private final BrokerFactSink sink;
    private final List<BrokerFact> facts = new ArrayList<>();
    private final Runnable tell = this::tell;

    BurstFacts(Loop loop, BrokerFactSink sink) {
        this.loop = loop;
        this.sink = sink;
    }

    void add(BrokerFact fact) {
        if (facts.isEmpty()) {
            loop.afterBurst(tell);
        }
        facts.add(fact);
        if (facts.size() == MANY) {
            tell();
        }
    }

    private void tell() {
        sink.accept(facts);
        facts.clear();
    }
}
