// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Tx;

/** Is told of accounts that come into being, in the transaction that makes them. */
public interface AccountListener {
    void onCreated(Tx tx, Account account);
}
