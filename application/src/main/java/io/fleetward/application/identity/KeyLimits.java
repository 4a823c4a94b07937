// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.kernel.Region;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What bounds an access key beside its role. Immutable.
 *
 * @param expiresAt from when on it opens nothing; null for never
 * @param regions where it may be used; empty for everywhere
 */
public record KeyLimits(@Nullable Instant expiresAt, Set<Region> regions) {
    /** No bounds. */
    public static final KeyLimits NONE = new KeyLimits(null, Set.of());

    public KeyLimits {
        regions = Set.copyOf(regions);
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public boolean permits(Region region) {
        return regions.isEmpty() || regions.contains(region);
    }
}
