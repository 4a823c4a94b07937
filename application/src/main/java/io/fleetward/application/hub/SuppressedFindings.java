// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Remembers which suppression has taken hold of which finding, and what the finding was before. Thread-safe. */
public interface SuppressedFindings {
    /** What is remembered about these findings; those about which nothing is are left out. */
    Map<FindingKey, List<SuppressedFinding>> of(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** Remembers these, in place of what was remembered of the same suppressions and findings. */
    void put(Tx tx, AccountRegion scope, Collection<SuppressedFinding> held);

    /** Up to {@code limit} findings of which this suppression has taken hold. */
    List<SuppressedFinding> heldBy(Tx tx, AccountRegion scope, String suppressionId, int limit);

    /** How many findings this suppression holds, those left out of which a person has decided since. */
    int count(Tx tx, AccountRegion scope, String suppressionId);

    /** A person has decided about these findings: suppressions that have taken hold of them leave them alone. */
    void overrule(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** Forgets that this suppression has taken hold of these findings. */
    void remove(Tx tx, AccountRegion scope, String suppressionId, Collection<FindingKey> keys);

    /** Forgets everything about these findings. */
    void forget(Tx tx, AccountRegion scope, Collection<FindingKey> keys);

    /** Forgets everything. */
    void removeAll(Tx tx, AccountRegion scope);
}
