// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/**
 * Is told what changes in the hub; must be quick and must not throw.
 *
 * <p>Where not said otherwise it is called after the commit, so a crash between both loses the call: whatever must not
 * be lost belongs into the transaction.
 */
public interface HubListener {
    /** These findings are being created or changed in the transaction; they are as it leaves them. */
    default void onFindingsWritten(Tx tx, AccountRegion scope, List<Finding> findings) {}

    /** These findings were created or changed; they are as now stored. */
    default void onFindings(AccountRegion scope, List<Finding> findings) {}

    /**
     * The account and region from now on accepts findings of this product.
     *
     * @param product the product's tail, for example {@code aws/iot-device-defender-detect}
     */
    default void onProductEnabled(AccountRegion scope, String product) {}
}
