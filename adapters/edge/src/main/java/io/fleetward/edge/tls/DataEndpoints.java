// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.tls;

import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** Knows which server names are data endpoints, and of which account and region. Thread-safe; must not block. */
public interface DataEndpoints {
    /** Whose data endpoint the name is, given in lower case; null for any other name. */
    @Nullable
    AccountRegion scopeOf(String serverName);
}
