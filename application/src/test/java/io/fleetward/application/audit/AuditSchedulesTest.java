// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static io.fleetward.application.audit.AuditSettingsTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.schedule.Recurrence;
import io.fleetward.audit.schedule.RecurrenceRequest;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.task.CheckRun;
import io.fleetward.kernel.PageRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scheduled audits, from their creation to their runs. */
class AuditSchedulesTest {
    private static final String LOGGING = "LOGGING_DISABLED_CHECK";
    private static final String AGE = "DEVICE_CERTIFICATE_AGE_CHECK";
    private static final RecurrenceRequest DAILY = new RecurrenceRequest(Frequency.DAILY, null, null);
    private static final Duration DAY = Duration.ofDays(1);

    private final AuditRig rig = new AuditRig();

    @Test
    void needChecksThatAreEnabled() {
        refuses(IotError.INVALID_REQUEST, LOGGING + " is not enabled", () -> create("nightly"));

        rig.enableAll();

        refuses(
                IotError.INVALID_REQUEST,
                "at least one",
                () -> rig.schedules.create(SCOPE, "nightly", DAILY, List.of(), Map.of()));
        refuses(
                IotError.INVALID_REQUEST,
                "Unknown audit check X",
                () -> rig.schedules.create(SCOPE, "nightly", DAILY, List.of("X"), Map.of()));
        assertThat(create("nightly").checks()).containsExactly(new CheckName(LOGGING));
    }

    @Test
    void areAtMostFive() {
        rig.enableAll();
        for (int i = 0; i < AuditSchedules.LIMIT; i++) {
            create("s" + i);
        }

        refuses(IotError.LIMIT_EXCEEDED, "at most 5", () -> create("s5"));

        rig.schedules.delete(SCOPE, "s0");
        create("s5");
        assertThat(rig.schedules.list(SCOPE, PageRequest.first(2)).items())
                .extracting(ScheduledAudit::name)
                .containsExactly("s1", "s2");
        assertThat(rig.schedules.list(SCOPE, new PageRequest(10, "s4")).items())
                .extracting(ScheduledAudit::name)
                .containsExactly("s5");
    }

    @Test
    void areKnownByName() {
        rig.enableAll();
        create("nightly");

        refuses(IotError.RESOURCE_ALREADY_EXISTS, "nightly", () -> create("nightly"));
        refuses(IotError.RESOURCE_NOT_FOUND, "other", () -> rig.schedules.describe(SCOPE, "other"));
        refuses(IotError.RESOURCE_NOT_FOUND, "other", () -> rig.schedules.update(SCOPE, "other", DAILY, null));
        rig.schedules.delete(SCOPE, "nightly");
        refuses(IotError.RESOURCE_NOT_FOUND, "nightly", () -> rig.schedules.delete(SCOPE, "nightly"));
    }

    @Test
    void changeOnlyInWhatIsGiven() {
        rig.enableAll();
        create("nightly");

        var weekly = new RecurrenceRequest(Frequency.WEEKLY, DayOfWeek.MONDAY, null);
        rig.schedules.update(SCOPE, "nightly", weekly, null);
        rig.schedules.update(SCOPE, "nightly", new RecurrenceRequest(null, null, null), List.of(AGE, LOGGING));

        ScheduledAudit schedule = rig.schedules.describe(SCOPE, "nightly");
        assertThat(schedule.recurrence()).isEqualTo(new Recurrence.Weekly(DayOfWeek.MONDAY));
        assertThat(schedule.checks()).containsExactly(new CheckName(AGE), new CheckName(LOGGING));
    }

    @Test
    void keepTheirChecksFromBeingDisabled() {
        rig.enableAll();
        create("nightly");

        refuses(IotError.INVALID_REQUEST, "scheduled audits list it: [nightly]", () -> disable(LOGGING));

        disable(AGE);
        rig.schedules.update(SCOPE, "nightly", DAILY, List.of("CA_CERTIFICATE_EXPIRING_CHECK"));
        disable(LOGGING);
    }

    @Test
    void areDeletedWithTheConfigurationOnlyWhenThatIsAskedFor() {
        rig.enableAll();
        create("nightly");

        refuses(IotError.INVALID_REQUEST, "deleteScheduledAudits", () -> rig.settings.delete(SCOPE, false));
        rig.settings.delete(SCOPE, true);

        assertThat(rig.schedules.list(SCOPE, PageRequest.first(9)).items()).isEmpty();
        assertThat(rig.settings.describe(SCOPE)).isNull();
    }

    @Test
    void runWhenTheyAreDueAgainAndAgain() {
        rig.enableAll();
        create("nightly");

        rig.timers.advance(DAY);
        rig.runJobs();
        rig.timers.advance(DAY);
        rig.runJobs();

        assertThat(tasks()).hasSize(2).allSatisfy(task -> {
            assertThat(task.trigger()).isEqualTo(new AuditTrigger.Scheduled("nightly", Frequency.DAILY));
            assertThat(task.status()).isEqualTo(AuditTaskStatus.COMPLETED);
            assertThat(task.checks()).containsOnlyKeys(new CheckName(LOGGING));
        });
    }

    @Test
    void doNotRunOnceDeleted() {
        rig.enableAll();
        create("nightly");
        rig.schedules.delete(SCOPE, "nightly");

        rig.timers.advance(DAY.multipliedBy(3));
        rig.runJobs();

        assertThat(tasks()).isEmpty();
    }

    @Test
    void makeUpOnceForWhatWasMissedWhileNothingRan() {
        rig.enableAll();
        create("nightly");
        rig.clock.advance(DAY.multipliedBy(10));

        rig.restart();
        rig.timers.advance(Duration.ZERO);
        rig.runJobs();

        assertThat(tasks()).hasSize(1);
        assertThat(rig.schedules.describe(SCOPE, "nightly").nextRunAt()).isAfter(rig.clock.instant());
    }

    @Test
    void leaveOutARunWhosePredecessorIsStillInProgress() {
        rig.enableAll();
        create("nightly");
        rig.timers.advance(DAY);
        runOneJob();

        rig.timers.advance(DAY);
        rig.jobs.removeLast().run();

        assertThat(tasks()).hasSize(1);
        rig.runJobs();
        rig.timers.advance(DAY);
        rig.runJobs();
        assertThat(tasks()).hasSize(2);
    }

    @Test
    void reportAFailedCheckWhenItsConfigurationIsGone() {
        rig.enableAll();
        create("nightly");
        rig.timers.advance(DAY);
        runOneJob();
        rig.settings.delete(SCOPE, true);

        rig.runJobs();

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.status()).isEqualTo(AuditTaskStatus.FAILED);
            assertThat(task.of(new CheckName(LOGGING)))
                    .isInstanceOfSatisfying(
                            CheckRun.Failed.class,
                            failed -> assertThat(failed.code()).isEqualTo(CheckRun.FailureCode.AUDIT_CHECK_DISABLED));
        });
    }

    private ScheduledAudit create(String name) {
        return rig.schedules.create(SCOPE, name, DAILY, List.of(LOGGING), Map.of());
    }

    private void disable(String check) {
        rig.settings.update(
                SCOPE, new ConfigurationPatch(null, Map.of(), Map.of(check, new CheckPatch(false, Map.of()))));
    }

    /** Only the scheduler's own job: the task it starts stays in progress. */
    private void runOneJob() {
        rig.jobs.remove().run();
    }

    private List<AuditTask> tasks() {
        var filter = new AuditTasks.TaskFilter(
                rig.clock.instant().minus(DAY.multipliedBy(30)),
                rig.clock.instant(),
                AuditTaskType.SCHEDULED_AUDIT_TASK,
                null);
        return new ArrayList<>(
                rig.audits.list(SCOPE, filter, PageRequest.first(100)).items());
    }
}
