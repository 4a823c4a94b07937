// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import org.jspecify.annotations.Nullable;

/** The code by which an account proves that it holds the key of a CA; one per account and region. Thread-safe. */
public interface RegistrationCodes {
    /** The code, or null while the account has none. */
    @Nullable
    String find(Tx tx, AccountRegion scope);

    void put(Tx tx, AccountRegion scope, String code);

    /** Removes the code; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope);
}
