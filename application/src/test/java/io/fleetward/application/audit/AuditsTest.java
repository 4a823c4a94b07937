// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static io.fleetward.application.audit.AuditSettingsTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditTasks.TaskFilter;
import io.fleetward.application.error.IotError;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.AuditTaskType;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditsTest {
    private static final String LOGGING = "LOGGING_DISABLED_CHECK";
    private static final PageRequest ALL = PageRequest.first(250);

    private final AuditRig rig = new AuditRig();

    @Test
    void refuseToStartWithoutAConfiguration() {
        refuses(
                IotError.INVALID_REQUEST,
                LOGGING + " is not enabled",
                () -> rig.audits.startOnDemand(SCOPE, List.of(LOGGING)));
    }

    @Test
    void refuseToStartWithDisabledUnknownOrNoChecks() {
        rig.enableAll();
        rig.settings.update(
                SCOPE, new ConfigurationPatch(null, Map.of(), Map.of(LOGGING, new CheckPatch(false, Map.of()))));

        refuses(
                IotError.INVALID_REQUEST,
                LOGGING + " is not enabled",
                () -> rig.audits.startOnDemand(SCOPE, List.of("CA_CERTIFICATE_EXPIRING_CHECK", LOGGING)));
        refuses(
                IotError.INVALID_REQUEST,
                "Unknown audit check REVOKED_CA_CERT_CHECK",
                () -> rig.audits.startOnDemand(SCOPE, List.of("REVOKED_CA_CERT_CHECK")));
        refuses(IotError.INVALID_REQUEST, "at least one check", () -> rig.audits.startOnDemand(SCOPE, List.of()));
    }

    @Test
    void takeTheSameCheckOnce() {
        rig.enableAll();

        String id = rig.audits.startOnDemand(SCOPE, List.of(LOGGING, LOGGING));

        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(rig.audits.describe(SCOPE, id).checks()).containsOnlyKeys(new CheckName(LOGGING));
    }

    @Test
    void knowOnlyTheTasksOfTheAccountAndRegion() {
        rig.enableAll();
        String id = rig.startAll();

        refuses(
                IotError.RESOURCE_NOT_FOUND,
                "No audit task " + id,
                () -> rig.audits.describe(AuditRecords.OTHER_REGION, id));
        refuses(IotError.RESOURCE_NOT_FOUND, "No audit task nope", () -> rig.audits.describe(SCOPE, "nope"));
    }

    @Test
    void forgetATaskAfterNinetyDays() {
        rig.enableAll();
        String id = rig.audit().id();
        rig.clock.advance(Duration.ofDays(90));
        assertThat(rig.audits.describe(SCOPE, id).id()).isEqualTo(id);

        rig.clock.advance(Duration.ofMillis(1));

        refuses(IotError.RESOURCE_NOT_FOUND, "No audit task", () -> rig.audits.describe(SCOPE, id));
    }

    @Test
    void cancelOnlyWhatIsInProgress() {
        rig.enableAll();
        String id = rig.startAll();

        rig.audits.cancel(SCOPE, id);

        assertThat(rig.audits.describe(SCOPE, id).status()).isEqualTo(AuditTaskStatus.CANCELED);
        assertThat(rig.hub).hasSameSizeAs(rig.checks.of(SCOPE).names());
        refuses(IotError.INVALID_REQUEST, "is CANCELED, not in progress", () -> rig.audits.cancel(SCOPE, id));
        refuses(IotError.RESOURCE_NOT_FOUND, "No audit task nope", () -> rig.audits.cancel(SCOPE, "nope"));
        rig.runJobs();
        assertThat(rig.hub).hasSameSizeAs(rig.checks.of(SCOPE).names());
    }

    @Test
    void listNewestFirst() {
        rig.enableAll();
        String first = rig.audit().id();
        rig.clock.advance(Duration.ofSeconds(1));
        String second = rig.startAll();
        Instant now = rig.clock.instant();

        assertThat(ids(new TaskFilter(now.minusSeconds(9), now, null, null))).containsExactly(second, first);
        assertThat(ids(new TaskFilter(now.minusSeconds(9), now, null, AuditTaskStatus.COMPLETED)))
                .containsExactly(first);
        assertThat(ids(new TaskFilter(now.minusSeconds(9), now, AuditTaskType.SCHEDULED_AUDIT_TASK, null)))
                .isEmpty();
    }

    @Test
    void refuseIntervalsThatAreNoneOrTooOld() {
        Instant now = rig.clock.instant();

        refuses(
                IotError.INVALID_REQUEST,
                "endTime is before startTime",
                () -> ids(new TaskFilter(now, now.minusMillis(1), null, null)));
        refuses(
                IotError.INVALID_REQUEST,
                "audits are kept for 90 days",
                () -> ids(new TaskFilter(now.minus(Duration.ofDays(91)), now, null, null)));
    }

    private List<String> ids(TaskFilter filter) {
        return rig.audits.list(SCOPE, filter, ALL).items().stream()
                .map(AuditTask::id)
                .toList();
    }
}
