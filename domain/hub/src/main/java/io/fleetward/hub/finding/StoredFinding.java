// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the hub keeps it: the document and what is known about its making.
 *
 * @param customerTouched the shared fields that a customer has set and imports no longer change
 * @param revision 1 for a new finding, one more with every change; orders the finding's history
 * @param origin how it came; null where its history tells that itself, as that of old findings does
 */
public record StoredFinding(
        Finding finding,
        Set<SharedField> customerTouched,
        long revision,
        @Nullable Origin origin) {
    public StoredFinding {
        customerTouched = Set.copyOf(customerTouched);
        if (revision < 1) {
            throw new IllegalArgumentException("revisions start at 1: " + revision);
        }
    }

    /** A finding that nobody has noted the origin of. */
    public StoredFinding(Finding finding, Set<SharedField> customerTouched, long revision) {
        this(finding, customerTouched, revision, null);
    }

    /**
     * How a finding came.
     *
     * @param at when it was imported first
     * @param identity the ARN of who imported it
     */
    public record Origin(Instant at, String identity) {}

    public FindingKey key() {
        return finding.key();
    }

    /** This new finding, and how it came. */
    public StoredFinding from(Origin from) {
        return new StoredFinding(finding, customerTouched, revision, from);
    }

    /** The next revision of this finding. */
    public StoredFinding changed(Finding to, Set<SharedField> touched) {
        return new StoredFinding(to, touched, revision + 1, origin);
    }

    /** The first line of the finding's history, if it follows from the origin. */
    public @Nullable FindingChange creation() {
        return origin == null
                ? null
                : new FindingChange(
                        key(),
                        1,
                        origin.at(),
                        true,
                        new Source(Call.BATCH_IMPORT_FINDINGS, origin.identity()),
                        List.of());
    }
}
