// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.function.Consumer;

/**
 * Is told what changes in the hub; must be quick and must not throw.
 *
 * <p>Where not said otherwise it is called after the commit, so a crash between both loses the call: whatever must not
 * be lost belongs into the transaction.
 */
public interface HubListener {
    /**
     * These findings are about to be created or changed; they are as they will be stored. What this answers is done in the
     * transaction that does so; if it is not, that was given up. Called outside of transactions where possible, so
     * whatever needs none is done before it answers.
     */
    default Consumer<Tx> onWriting(AccountRegion scope, List<Finding> findings) {
        return tx -> {};
    }

    /** The findings with these keys are being deleted in the transaction, because their time is over. */
    default void onFindingsDeleted(Tx tx, AccountRegion scope, List<FindingKey> keys) {}

    /** These findings were created or changed; they are as now stored. */
    default void onFindings(AccountRegion scope, List<Finding> findings) {}

    /**
     * The account and region from now on accepts findings of this product.
     *
     * @param product the product's tail, for example {@code aws/iot-device-defender-detect}
     */
    default void onProductEnabled(AccountRegion scope, String product) {}
}
