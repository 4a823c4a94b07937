// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** Does its part when the hub of an account is switched, in the same transaction. Thread-safe. */
public interface HubFollower {
    /** The hub is on from now on. */
    void enabled(Tx tx, Hub hub, boolean withDefaultStandards);

    /** The settings of the hub were changed. */
    void configured(Tx tx, Hub before, Hub after);

    /** The hub is off from now on. */
    void disabled(Tx tx, AccountRegion scope);
}
