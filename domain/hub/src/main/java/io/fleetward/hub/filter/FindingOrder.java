// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import io.fleetward.hub.finding.OwnedFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The order in which findings are shown: by the keys, and where those are equal by the fingerprint of the finding's
 * key and by its owner, in the direction of the first. So every finding has one place, also among those of several
 * owners, and pages stay right while findings come in.
 *
 * <p>Immutable.
 */
public record FindingOrder(List<SortKey> keys) {
    /** The latest first. */
    public static final FindingOrder STANDARD = new FindingOrder(List.of(new SortKey(FilterKey.UPDATED_AT, true)));

    /** By fingerprint alone: no change of a finding moves it, so a walk in this order meets each finding once. */
    public static final FindingOrder FINGERPRINT = new FindingOrder(List.of());

    public FindingOrder {
        keys = List.copyOf(keys);
    }

    /** Whether findings that are equal by all keys stand with the largest fingerprint first. */
    public boolean isDescending() {
        return !keys.isEmpty() && keys.getFirst().isDescending();
    }

    /** The place of a finding in this order. */
    public SortPosition positionOf(OwnedFinding owned) {
        var values = new ArrayList<SortValue>(keys.size());
        keys.forEach(key -> values.add(key.valueOf(owned.finding())));
        return new SortPosition(values, owned.finding().key().fingerprint(), owned.owner());
    }

    /** The findings in this order. */
    public List<OwnedFinding> sorted(Collection<OwnedFinding> findings) {
        var places = new TreeMap<SortPosition, OwnedFinding>(this::compare);
        findings.forEach(finding -> places.put(positionOf(finding), finding));
        return List.copyOf(places.values());
    }

    /** Compares two places in this order. */
    public int compare(SortPosition left, SortPosition right) {
        for (int i = 0; i < keys.size(); i++) {
            int order = keys.get(i).compare(left.values().get(i), right.values().get(i));
            if (order != 0) {
                return order;
            }
        }
        int byKey = left.fingerprint().compareTo(right.fingerprint());
        int order = byKey == 0 ? left.owner().compareTo(right.owner()) : byKey;
        return isDescending() ? -order : order;
    }
}
