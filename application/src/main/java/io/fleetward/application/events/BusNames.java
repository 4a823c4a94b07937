// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import org.jspecify.annotations.Nullable;

/** How callers name a bus: by its name, by its ARN, or, for the default bus, not at all. */
public final class BusNames {
    private BusNames() {}

    /** The name of the bus; refuses an ARN that is not of this account and region. The bus need not exist. */
    public static String in(AccountRegion scope, @Nullable String nameOrArn) {
        if (nameOrArn == null) {
            return EventBus.DEFAULT;
        }
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        Arn arn = Arn.parse(nameOrArn);
        String name =
                arn != null && arn.belongsTo(scope) && arn.service().equals("events") ? arn.nameOf("event-bus") : null;
        if (name == null) {
            throw EventRefusals.missingBus(nameOrArn);
        }
        return name;
    }

    /** Refuses the name of a bus that does not exist. */
    public static void require(Tx tx, EventBuses buses, AccountRegion scope, String name) {
        if (!name.equals(EventBus.DEFAULT) && buses.find(tx, scope, name) == null) {
            throw EventRefusals.missingBus(name);
        }
    }
}
