// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RuleTarget;

/** Hands events to targets. Thread-safe. */
@FunctionalInterface
public interface TargetSender {
    /**
     * An event, and who is to get it. Immutable.
     *
     * @param text what the target gets of the event
     * @param hops how many buses handed the event on before
     */
    record Letter(MatchedEvent event, RuleTarget target, String text, int hops) {}

    /** Sends the letter and waits for the answer, but never longer than a deadline of its own. */
    SendOutcome send(Letter letter);
}
