// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry;

import io.fleetward.application.store.Tx;

/** Notes every change of the registry in the transaction that makes it, so that neither is there without the other. */
public interface RegistryRecorder {
    void record(Tx tx, RegistryChange change);
}
