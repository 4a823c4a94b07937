// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.kernel.AccountRegion;

/** Whoever watches devices according to the security profiles of an account and region. Thread-safe. */
public interface WatchedScopes {
    /**
     * Reads the security profiles and attachments again and watches accordingly; when this returns, facts that arrive
     * are judged by them. Blocks the caller, who must not be inside a transaction.
     */
    void refresh(AccountRegion scope);
}
