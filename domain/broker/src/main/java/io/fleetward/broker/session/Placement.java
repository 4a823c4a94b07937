// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

/** What a session decided to do with a message that is for its client. */
public sealed interface Placement {
    /** Send it now with QoS 0; nothing is kept. */
    record SendNow() implements Placement {
        static final SendNow DECIDED = new SendNow();
    }

    /** It waits in memory; send what is {@link BrokerSession#next next}. */
    record Held() implements Placement {
        static final Held DECIDED = new Held();
    }

    /** Store it first, then tell the session that it is {@link BrokerSession#stored stored}. */
    record Store(QueuedMessage message) implements Placement {}

    /** There is nobody or no room to take it. */
    record Dropped() implements Placement {
        static final Dropped DECIDED = new Dropped();
    }
}
