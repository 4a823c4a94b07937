// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.view.RevocationList;
import org.jspecify.annotations.Nullable;

/** Where the revocation lists come from that the operator provides. Thread-safe. */
public interface RevocationListSource {
    /** No lists at all. */
    RevocationListSource NONE = _ -> null;

    /**
     * The newest list that this issuer signed, null when none is known.
     *
     * @param issuerPem the certificate whose key must verify the list
     */
    @Nullable
    RevocationList issuedBy(String issuerPem);
}
