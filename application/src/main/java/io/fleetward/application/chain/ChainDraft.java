// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.chain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** A chain that is being put together. Confined to a thread. */
final class ChainDraft {
    private final Instant now;
    private final SequencedSet<ChainLink> links = new LinkedHashSet<>();
    private final SequencedSet<String> missing = new LinkedHashSet<>();

    /** @param now when somebody asks */
    ChainDraft(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /**
     * Adds a link.
     *
     * @param identifiers names and values in turn
     */
    void add(ChainLink.Kind kind, Instant time, String summary, String... identifiers) {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < identifiers.length; i += 2) {
            named.put(identifiers[i], identifiers[i + 1]);
        }
        links.add(new ChainLink(kind, time, summary, named));
    }

    /** Notes that something is not there, and why. */
    void miss(String reason) {
        missing.add(reason);
    }

    FindingChain done() {
        return new FindingChain(
                links.stream().sorted(ChainLink.IN_ORDER).toList(),
                missing.stream().toList());
    }
}
