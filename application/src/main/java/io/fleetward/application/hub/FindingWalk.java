// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the matching findings of several owners page by page, one owner after the other and by the fingerprints of
 * each: no change moves a finding, and a page costs the same however many owners there are. Immutable.
 *
 * <p>A page may have fewer findings than asked for, or none, and yet be followed by another.
 */
record FindingWalk(Findings findings, FindingFilter filter) {
    /** How many owners one page looks at: each may take the store's whole patience and have nothing that matches. */
    private static final int MOST_OWNERS = 10;

    /**
     * Where a walk goes on.
     *
     * @param after the keyset within the owner's findings; null for the first of them
     */
    private record Place(AccountRegion owner, @Nullable String after) {
        static Place parse(String text) {
            String[] parts = text.split(" ", 3);
            return new Place(AccountRegion.of(parts[0], parts[1]), parts[2].isEmpty() ? null : parts[2]);
        }

        String text() {
            return owner.account() + " " + owner.region() + " " + (after == null ? "" : after);
        }
    }

    Page<Finding> page(Tx tx, Collection<AccountRegion> owners, PageRequest request) {
        var query = new FindingQuery(filter, FindingOrder.FINGERPRINT);
        Place at = request.after() == null ? null : Place.parse(request.after());
        List<AccountRegion> ahead = owners.stream()
                .sorted()
                .filter(owner -> at == null || owner.compareTo(at.owner()) >= 0)
                .toList();
        var found = new ArrayList<Finding>();
        for (int i = 0; i < ahead.size(); i++) {
            AccountRegion owner = ahead.get(i);
            if (i == MOST_OWNERS || found.size() == request.limit()) {
                return new Page<>(found, new Place(owner, null).text());
            }
            String after = at != null && owner.equals(at.owner()) ? at.after() : null;
            var rest = new PageRequest(request.limit() - found.size(), after);
            Page<Finding> part = findings.search(tx, owner, query, rest);
            found.addAll(part.items());
            if (part.next() != null) {
                return new Page<>(found, new Place(owner, part.next()).text());
            }
        }
        return new Page<>(found, null);
    }
}
