// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the custom actions of each account and region. */
public interface ActionTargets extends HubBelongings {
    @Nullable
    ActionTarget find(Tx tx, AccountRegion scope, String id);

    /** Creates or replaces the action with this id. */
    void save(Tx tx, AccountRegion scope, ActionTarget target);

    /** Forgets the action; answers false when there was none. */
    boolean remove(Tx tx, AccountRegion scope, String id);

    /** All of the account and region, in the order of their ids; at most {@value CustomActions#MOST}. */
    List<ActionTarget> all(Tx tx, AccountRegion scope);
}
