// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import org.jspecify.annotations.Nullable;

/** The revocation lists known for the registered issuers. Immutable; signatures were verified before. */
public interface RevocationLists {
    /** The list that this issuer signed, null when none is known. */
    @Nullable
    RevocationList of(String issuerId);
}
