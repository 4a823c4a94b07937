// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.fact.BrokerFact;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every fact. Thread-safe. */
public final class RecordedFacts implements BrokerFactSink {
    private final List<BrokerFact> facts = new CopyOnWriteArrayList<>();
    private final Runnable beforeReading;

    public RecordedFacts() {
        this(() -> {});
    }

    /** @param beforeReading waits until what has happened is told */
    public RecordedFacts(Runnable beforeReading) {
        this.beforeReading = beforeReading;
    }

    @Override
    public void accept(List<BrokerFact> happened) {
        facts.addAll(happened);
    }

    /** All facts so far, in order of arrival. */
    public List<BrokerFact> all() {
        beforeReading.run();
        return List.copyOf(facts);
    }

    /** The facts of one kind. */
    public <F extends BrokerFact> List<F> of(Class<F> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
