// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.hub.RecordedEvents.Recorded;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.task.AuditTask;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the default bus learns of audits. */
class AuditEventsTest {
    private final AuditRig rig = new AuditRig();

    @BeforeEach
    void enable() {
        rig.enableAll();
    }

    private List<BusEvent> events(String type) {
        return rig.events.events().stream()
                .map(Recorded::event)
                .filter(event -> event.detailType().equals(type))
                .toList();
    }

    private List<String> states() {
        return events("Audit Task State Change").stream()
                .map(event -> event.detail().path("taskStatus").asString())
                .toList();
    }

    @Test
    void tellsHowATaskBeginsAndEndsAndEachOfItsChecks() {
        AuditTask task = rig.audit();

        assertThat(rig.events.events()).allSatisfy(left -> {
            assertThat(left.scope()).isEqualTo(SCOPE);
            assertThat(left.event().source()).isEqualTo("fleetward.audit");
            assertThat(left.event().detail().path("taskId").asString()).isEqualTo(task.id());
        });
        assertThat(states()).containsExactly("IN_PROGRESS", "COMPLETED");
        BusEvent begun = events("Audit Task State Change").getFirst();
        assertThat(begun.detail().path("totalChecksCount").asInt())
                .isEqualTo(task.checks().size());
        assertThat(begun.resources()).isEmpty();
        List<BusEvent> checks = events("Audit Check Completed");
        assertThat(checks).hasSize(task.checks().size());
        assertThat(checks).anySatisfy(event -> {
            assertThat(event.detail().path("checkName").asString()).isEqualTo("LOGGING_DISABLED_CHECK");
            assertThat(event.detail().path("checkRunStatus").asString()).isEqualTo("COMPLETED_NON_COMPLIANT");
            assertThat(event.detail().path("nonCompliantResourcesCount").asInt())
                    .isOne();
        });
        assertThat(events("Audit Finding")).singleElement().satisfies(event -> {
            assertThat(event.detail().path("checkName").asString()).isEqualTo("LOGGING_DISABLED_CHECK");
            assertThat(event.detail().path("findingId").asString()).hasSize(32);
            assertThat(event.detail().at("/nonCompliantResource/resourceType").asString())
                    .isEqualTo("ACCOUNT_SETTINGS");
        });
    }

    @Test
    void tellsOfATaskThatWasCalledOff() {
        String id = rig.startAll();
        rig.audits.cancel(SCOPE, id);
        rig.runJobs();

        assertThat(states()).containsExactly("IN_PROGRESS", "CANCELED");
        assertThat(events("Audit Check Completed"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(
                                event.detail().path("checkRunStatus").asString())
                        .isEqualTo("CANCELED"));
    }

    @Test
    void tellsOfATaskThatFailed() {
        rig.startAll();
        var none = new TreeMap<String, CheckPatch>();
        rig.checks.of(SCOPE).names().forEach(name -> none.put(name.value(), new CheckPatch(false, Map.of())));
        rig.settings.update(SCOPE, new ConfigurationPatch(null, Map.of(), none));
        rig.runJobs();

        assertThat(states()).containsExactly("IN_PROGRESS", "FAILED");
        assertThat(events("Audit Check Completed"))
                .allSatisfy(event ->
                        assertThat(event.detail().path("errorCode").asString()).isEqualTo("AUDIT_CHECK_DISABLED"));
    }
}
