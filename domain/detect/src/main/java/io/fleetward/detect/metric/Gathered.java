// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/**
 * What was seen of one metric of one device over some time, without keeping each amount: numbers as a {@link Tally},
 * sets as their {@link Elements}, connections as {@link Presence}.
 *
 * <p>Mutable and confined to its owner.
 */
public sealed interface Gathered permits Tally, Elements, Presence {
    /** Takes in everything the other has seen, which is of the same kind and came later. */
    void addAll(Gathered later);

    /** This, as what is gathered of a metric whose values are numbers. */
    default Tally tally() {
        throw new IllegalStateException("not a tally of numbers: " + this);
    }

    /** This, as what is gathered of a metric whose values are sets. */
    default Elements elements() {
        throw new IllegalStateException("not a set: " + this);
    }

    /** This, as what is gathered of connections. */
    default Presence presence() {
        throw new IllegalStateException("not about connections: " + this);
    }
}
