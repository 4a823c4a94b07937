// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Collection;
import java.util.Set;

/**
 * Keeps which products an account and region accepts findings from.
 *
 * <p>A product is named by its tail, {@code company/product}, for example {@code aws/iot-device-defender-audit}.
 */
public interface ProductSubscriptions {
    /** The subscribed ones among these products. */
    Set<String> among(Tx tx, AccountRegion scope, Collection<String> products);

    /** Subscribes; answers false when the product was subscribed already. */
    boolean add(Tx tx, AccountRegion scope, String product);

    /** Ends the subscription; answers false when there was none. */
    boolean remove(Tx tx, AccountRegion scope, String product);

    /** All subscribed products by name; the keyset is the product. */
    Page<String> list(Tx tx, AccountRegion scope, PageRequest page);

    /** Ends every subscription of the account and region whose product starts with the prefix. */
    void removeAll(Tx tx, AccountRegion scope, String productPrefix);
}
