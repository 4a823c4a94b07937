// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.rule.BoundRule;
import io.fleetward.application.events.rule.EventRule;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who gets an event. Thread-safe; takes its time, so that it is asked outside of transactions. */
public record LaneFinder(RuleBook book) {
    private static final Logger LOG = LoggerFactory.getLogger(LaneFinder.class);

    /** The lanes of the targets of the rules that pick the event; none when it cannot be matched, which is logged. */
    public List<TargetLane> lanes(QueuedEvent event, Predicate<EventRule> wanted) {
        var lanes = new ArrayList<TargetLane>();
        try {
            for (BoundRule rule : book.matching(event.scope(), event.bus(), event.document())) {
                if (wanted.test(rule.rule())) {
                    for (RuleTarget target : rule.targets()) {
                        lanes.add(new TargetLane(rule.rule().key(), target.id()));
                    }
                }
            }
        } catch (RuntimeException unmatchable) {
            LOG.atError()
                    .addKeyValue("account", event.scope().account())
                    .addKeyValue("bus", event.bus())
                    .addKeyValue("event", event.id())
                    .setCause(unmatchable)
                    .log("event-not-matched");
        }
        return lanes;
    }
}
