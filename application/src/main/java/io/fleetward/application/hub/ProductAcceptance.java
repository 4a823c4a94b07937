// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** Whether the hub takes in findings of a product at present; those of other products it drops. Thread-safe. */
public interface ProductAcceptance {
    /**
     * Whether findings of this product are taken in.
     *
     * @param product the product's tail, for example {@code aws/iot-device-defender-audit}
     */
    boolean accepts(Tx tx, AccountRegion scope, String product);
}
