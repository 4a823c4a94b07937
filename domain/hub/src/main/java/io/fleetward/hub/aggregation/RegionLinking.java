// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

import io.fleetward.kernel.Region;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which regions are linked to a home region. Immutable.
 *
 * @param regions what the mode includes or excludes, sorted; empty where the mode names none
 */
public record RegionLinking(Mode mode, List<Region> regions) {
    /** The modes; the constants' names are the wire names. */
    public enum Mode {
        ALL_REGIONS(false),
        ALL_REGIONS_EXCEPT_SPECIFIED(true),
        SPECIFIED_REGIONS(true),
        NO_REGIONS(false);

        private final boolean namesRegions;

        Mode(boolean namesRegions) {
            this.namesRegions = namesRegions;
        }

        /** Whether regions must be named; where not they must be absent. */
        public boolean namesRegions() {
            return namesRegions;
        }
    }

    public RegionLinking {
        Set<Region> sorted = new TreeSet<>(regions);
        regions = List.copyOf(sorted);
        if (mode.namesRegions() == regions.isEmpty()) {
            throw new IllegalArgumentException(mode + " with regions " + regions);
        }
    }

    /** Whether this region, which is not the home region, is linked. */
    public boolean links(Region region) {
        return switch (mode) {
            case ALL_REGIONS -> true;
            case ALL_REGIONS_EXCEPT_SPECIFIED -> !regions.contains(region);
            case SPECIFIED_REGIONS -> regions.contains(region);
            case NO_REGIONS -> false;
        };
    }
}
