// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which findings are wanted, in which order. Immutable.
 *
 * @param patience how long somebody waits for a page; null for work that takes what it takes
 */
public record FindingQuery(
        FindingFilter filter, FindingOrder order, @Nullable Duration patience) {
    public FindingQuery(FindingFilter filter, FindingOrder order) {
        this(filter, order, null);
    }
}
