// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.DevicePrincipal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out who a connecting device is and which policies apply to it. Thread-safe. */
public interface DevicePrincipals {
    /** The accounts and regions in which this certificate is registered; empty for an unknown one. */
    List<AccountRegion> scopesOf(Tx tx, String certificateId);

    /**
     * The principal for this certificate connecting with this client id; null when the certificate is not registered.
     */
    @Nullable
    DevicePrincipal resolve(Tx tx, AccountRegion scope, String certificateId, String clientId);
}
