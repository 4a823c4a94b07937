// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.training.AlarmSpells.Spell;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Violations and their events: what was told, and therefore has happened.
 *
 * <p>Thread-safe.
 */
public interface Violations {
    /** The events from one instant to another, both included, that fit a filter. */
    record EventQuery(Instant from, Instant to, ViolationFilter filter) {}

    /** Keeps a violation that was just raised, unverified and in alarm. */
    void raise(Tx tx, Violation violation);

    /** Keeps the violation's latest datapoint. */
    void prolong(Tx tx, Violation violation);

    /** Notes that the violation is no longer in alarm, and through which window that was decided. */
    void end(Tx tx, Violation violation, Instant at);

    /** Keeps an event. */
    void append(Tx tx, ViolationEvent event);

    /** Notes the time of change that the violation's last finding bore. */
    void findingSent(Tx tx, AccountRegion scope, String id, Instant at);

    /** The violation, in alarm or ended, or null. */
    @Nullable
    ViolationRecord find(Tx tx, AccountRegion scope, String id);

    /** Sets what was found out about the violation; answers whether it is known. */
    boolean verify(Tx tx, AccountRegion scope, String id, Verification verification);

    /** The violations in alarm that fit the filter, the latest first. */
    Page<ViolationRecord> active(Tx tx, AccountRegion scope, ViolationFilter filter, PageRequest page);

    /** The events asked for, the latest first. */
    Page<ViolationEventRecord> events(Tx tx, AccountRegion scope, EventQuery query, PageRequest page);

    /** The violations in alarm of every account. */
    List<Violation> activeEverywhere(Tx tx);

    /** The violations of every account that ended at this instant or later. */
    List<Violation> endedSince(Tx tx, Instant since);

    /** Violations in alarm, of every account, whose last finding bore this time of change or an earlier one. */
    List<ViolationRecord> findingNotSentSince(Tx tx, Instant since);

    /** When devices were in alarm for the learned behavior of that name, so far as that lasted to this instant. */
    List<Spell> spells(Tx tx, AccountRegion scope, String profile, String behavior, Instant since);

    /** Forgets events that happened before the instant, and violations that ended before it. */
    void prune(Tx tx, Instant before);
}
