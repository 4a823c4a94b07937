// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.Map;

/** Keeps when rules with a schedule fire next, for the processes to come. Thread-safe. */
public interface RuleTimes {
    /** The next time by this schedule. */
    record Due(String schedule, Instant at) {}

    /** All that are planned. */
    Map<RuleKey, Due> all(Tx tx);

    /** The rule fires then. */
    void put(Tx tx, RuleKey rule, Due due);

    /** The rule is not planned any more. */
    void remove(Tx tx, RuleKey rule);
}
