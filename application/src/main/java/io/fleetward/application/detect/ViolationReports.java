// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.AlarmOutput;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.AlarmOutput.ViolationProlonged;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.finding.ViolationFindings;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes what alarms do last: the violation, its event, its finding for the hub, its notification and its event for the bus, in one
 * transaction.
 *
 * <p>Thread-safe. A finding bears a later time of change than the one sent before it, or the hub would ignore it.
 */
public final class ViolationReports {
    /** The hub forgets findings 90 days after their last change; an alarm may last longer (audit, when). */
    private static final Duration FINDING_REFRESH = Duration.ofDays(80);

    private static final int SCAN = 250;

    private final Transactions transactions;
    private final Violations violations;
    private final Audience audience;
    private final InstantSource clock;

    /** Who is told: the hub, in these words, the topics that profiles name, and the bus. */
    public record Audience(
            FindingOutbox hub, ViolationFindings findings, AlarmNotifications notifications, AlarmEvents events) {
        private void tell(Tx tx, ViolationEvent event, VerificationState verification) {
            notifications.announce(tx, event, verification);
            events.happened(tx, event, verification);
        }
    }

    public ViolationReports(Transactions transactions, Violations violations, Audience audience, InstantSource clock) {
        this.transactions = transactions;
        this.violations = violations;
        this.audience = audience;
        this.clock = clock;
    }

    /** Keeps these in their order, all or none; returns once they are durable. */
    public void keep(List<AlarmOutput> outputs) {
        transactions.change(tx -> outputs.forEach(output -> keep(tx, output)));
    }

    /** Sends the findings of all alarms again: whoever accepts findings from now on learns of them. */
    public void resendActive(AccountRegion scope) {
        String after = null;
        do {
            var page = new PageRequest(SCAN, after);
            after = transactions.write(tx -> resend(tx, scope, page));
        } while (after != null);
    }

    /** Sends the findings again that have not changed for so long that the hub is about to forget them. */
    public void refreshOld() {
        Instant before = clock.instant().minus(FINDING_REFRESH);
        transactions.change(tx -> violations.findingNotSentSince(tx, before).forEach(record -> resend(tx, record)));
    }

    private void keep(Tx tx, AlarmOutput output) {
        switch (output) {
            case ViolationProlonged prolonged -> violations.prolong(tx, prolonged.violation());
            case ViolationEvent event -> {
                switch (event.type()) {
                    case IN_ALARM -> raised(tx, event);
                    case ALARM_CLEARED, ALARM_INVALIDATED -> ended(tx, event);
                }
                violations.append(tx, event);
            }
        }
    }

    private void raised(Tx tx, ViolationEvent event) {
        Violation violation = event.violation();
        violations.raise(tx, violation);
        AccountRegion scope = violation.key().device().scope();
        audience.hub().append(tx, scope, audience.findings().active(violation, event.at()));
        audience.tell(tx, event, VerificationState.UNKNOWN);
    }

    private void ended(Tx tx, ViolationEvent event) {
        Violation violation = event.violation();
        AccountRegion scope = violation.key().device().scope();
        ViolationRecord known = violations.find(tx, scope, violation.id());
        Instant at = known == null ? event.at() : later(event.at(), known.findingAt());
        violations.end(tx, violation, event.at());
        violations.findingSent(tx, scope, violation.id(), at);
        audience.hub().append(tx, scope, audience.findings().archived(violation, at));
        audience.tell(
                tx,
                event,
                known == null ? VerificationState.UNKNOWN : known.verification().state());
    }

    private @Nullable String resend(Tx tx, AccountRegion scope, PageRequest page) {
        Page<ViolationRecord> active = violations.active(tx, scope, ViolationFilter.ALL, page);
        active.items().forEach(record -> resend(tx, record));
        return active.next();
    }

    private void resend(Tx tx, ViolationRecord record) {
        Violation violation = record.violation();
        AccountRegion scope = violation.key().device().scope();
        Instant at = later(clock.instant(), record.findingAt());
        violations.findingSent(tx, scope, violation.id(), at);
        audience.hub().append(tx, scope, audience.findings().active(violation, at));
    }

    private static Instant later(Instant wanted, Instant last) {
        Instant earliest = last.plusMillis(1);
        return wanted.isBefore(earliest) ? earliest : wanted;
    }
}
