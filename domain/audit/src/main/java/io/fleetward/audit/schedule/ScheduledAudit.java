// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

import io.fleetward.audit.CheckName;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * An audit that runs by itself, again and again (audit, scheduled audits).
 *
 * <p>Immutable. It runs at a minute of the day in UTC that follows from account, region and name, so that the schedules
 * of an installation spread over the day.
 *
 * @param checks what to run, without duplicates
 * @param since when it got its present recurrence
 * @param nextRunAt when it is due
 */
public record ScheduledAudit(
        AccountRegion scope,
        String name,
        Recurrence recurrence,
        List<CheckName> checks,
        Instant since,
        Instant nextRunAt) {
    private static final int MINUTES_OF_DAY = 24 * 60;

    public ScheduledAudit {
        checks = List.copyOf(new LinkedHashSet<>(checks));
    }

    /** A schedule that begins now. */
    public static ScheduledAudit start(
            AccountRegion scope, String name, Recurrence recurrence, List<CheckName> checks, Instant now) {
        Instant first = recurrence.next(now, now, timeOfDay(scope, name));
        return new ScheduledAudit(scope, name, recurrence, checks, now, first);
    }

    /** The ARN of the schedule of this name. */
    public static Arn arn(AccountRegion scope, String name) {
        return scope.arn("iot", "scheduledaudit/" + name);
    }

    public Arn arn() {
        return arn(scope, name);
    }

    /** The schedule with another recurrence or other checks; a recurrence that stays keeps its count. */
    public ScheduledAudit changed(Recurrence to, List<CheckName> checksTo, Instant now) {
        return to.equals(recurrence)
                ? new ScheduledAudit(scope, name, recurrence, checksTo, since, nextRunAt)
                : start(scope, name, to, checksTo, now);
    }

    /** The schedule after a run that was due: whatever was missed meanwhile is made up for by that one run. */
    public ScheduledAudit ran(Instant now) {
        Instant next = recurrence.next(now, since, timeOfDay(scope, name));
        return new ScheduledAudit(scope, name, recurrence, checks, since, next);
    }

    /** Whether it is time to run. */
    public boolean isDueAt(Instant now) {
        return !now.isBefore(nextRunAt);
    }

    private static LocalTime timeOfDay(AccountRegion scope, String name) {
        int minute = Math.floorMod((scope + "/" + name).hashCode(), MINUTES_OF_DAY);
        return LocalTime.of(minute / 60, minute % 60);
    }
}
