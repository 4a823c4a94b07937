// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetward.application.audit.AuditMetrics.Datapoint;
import io.fleetward.application.audit.SuppressionRegistry.Subject;
import io.fleetward.application.error.ApiException;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.schedule.RecurrenceRequest;
import io.fleetward.audit.suppression.SuppressionTerm;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditMetricsTest {
    private static final String LOGGING = "LOGGING_DISABLED_CHECK";

    private final AuditRig rig = new AuditRig();
    private final AuditMetrics metrics = new AuditMetrics(rig.store, rig.clock);
    private final Instant start = rig.clock.instant();

    @Test
    void tellsWhatEachCheckOfEachAuditCameTo() {
        rig.enableAll();
        assertThat(metrics()).isEmpty();
        rig.audit();
        rig.schedules.create(
                SCOPE, "nightly", new RecurrenceRequest(Frequency.DAILY, null, null), List.of(LOGGING), Map.of());
        rig.scheduler.start();
        rig.timers.advance(Duration.ofDays(1));
        rig.runJobs();

        assertThat(metrics())
                .filteredOn(datapoint -> datapoint.check().value().equals(LOGGING))
                .extracting(Datapoint::scheduleName, Datapoint::evaluated, Datapoint::nonCompliant)
                .containsExactly(tuple("nightly", 1L, 1L), tuple("OnDemand", 1L, 1L));
    }

    @Test
    void leavesOutSuppressedResourcesAndAuditsInProgress() {
        rig.enableAll();
        rig.suppressions.create(
                SCOPE,
                new Subject(LOGGING, Map.of("account", SCOPE.account().value())),
                new SuppressionTerm(null, true),
                null,
                "token");
        rig.audit();
        rig.startAll();

        assertThat(metrics())
                .filteredOn(datapoint -> datapoint.check().value().equals(LOGGING))
                .singleElement()
                .satisfies(datapoint -> assertThat(datapoint.nonCompliant()).isZero());
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        var page = PageRequest.first(5);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> metrics.list(SCOPE, start, start.minusSeconds(1), page));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> metrics.list(SCOPE, start.minus(Duration.ofDays(91)), start, page));
    }

    private List<Datapoint> metrics() {
        return metrics.list(SCOPE, start, rig.clock.instant(), PageRequest.first(50))
                .items();
    }
}
