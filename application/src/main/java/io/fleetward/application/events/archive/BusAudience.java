// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.delivery.BusListeners;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.kernel.AccountRegion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who listens to buses: their rules and their archives. Thread-safe. */
public record BusAudience(RuleBook rules, ArchiveBook archives) implements BusListeners {
    private static final Logger LOG = LoggerFactory.getLogger(BusAudience.class);

    @Override
    public boolean isHeard(AccountRegion scope, String bus) {
        return rules.isHeard(scope, bus) || archives.isListening(scope, bus);
    }

    /** An event that cannot be matched is logged and kept for nobody. */
    @Override
    public boolean isWanted(AccountRegion scope, String bus, ObjectNode event) {
        try {
            return !rules.matching(scope, bus, event).isEmpty()
                    || !archives.matching(scope, bus, event).isEmpty();
        } catch (RuntimeException unmatchable) {
            LOG.atError()
                    .addKeyValue("account", scope.account())
                    .addKeyValue("bus", bus)
                    .setCause(unmatchable)
                    .log("event-not-matched");
            return false;
        }
    }
}
