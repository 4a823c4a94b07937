// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.action.MitigationAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mitigation actions of every account. Thread-safe. */
public interface MitigationActions {
    /** The action of this name, or null. */
    @Nullable
    MitigationAction find(Tx tx, AccountRegion scope, String name);

    /** Inserts the action, or replaces the one of its name. */
    void put(Tx tx, MitigationAction action);

    /** Removes the action; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, String name);

    /** The account's actions, in no order; at most as many as an account may have. */
    List<MitigationAction> of(Tx tx, AccountRegion scope);
}
