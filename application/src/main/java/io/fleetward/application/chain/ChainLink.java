// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One thing that happened on the way to a finding or after it. Immutable.
 *
 * @param summary one sentence
 * @param identifiers by what it can be looked up, the most important first
 */
public record ChainLink(Kind kind, Instant time, String summary, SequencedMap<String, String> identifiers) {
    /** In the order of time; of what happened at once, causes first. */
    static final Comparator<ChainLink> IN_ORDER =
            Comparator.comparing(ChainLink::time).thenComparing(ChainLink::kind);

    public ChainLink {
        identifiers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(identifiers));
    }

    /** What it is, from cause to effect. The constants' names are the wire names. */
    public enum Kind {
        /** A device reported something. */
        MESSAGE,
        /** Somebody changed the configuration. */
        CHANGE,
        /** A metric broke a behavior. */
        METRIC,
        /** An audit check found a fault. */
        CHECK,
        /** An alarm was raised. */
        ALARM,
        /** A finding was created or changed. */
        FINDING,
        /** A rule made one finding out of several. */
        CORRELATION,
        /** An event told of the finding. */
        EVENT,
        /** A target got the event, or did not. */
        DELIVERY,
        /** A mitigation action was applied. */
        ACTION
    }
}
