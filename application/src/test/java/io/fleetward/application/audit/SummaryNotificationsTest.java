// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.TargetPatch;
import io.fleetward.audit.task.AuditTask;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is told when an audit ends, and how often. */
class SummaryNotificationsTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:audits";

    private final AuditRig rig = new AuditRig();

    @BeforeEach
    void enable() {
        rig.enableAll();
    }

    @Test
    void tellsTheEnabledTargetOnceHowTheAuditEnded() {
        target(true);

        AuditTask task = rig.audit();

        JsonNode summary = only();
        assertThat(summary.get("taskId").stringValue()).isEqualTo(task.id());
        assertThat(summary.get("taskStatus").stringValue()).isEqualTo("COMPLETED");
        assertThat(summary.get("auditDetails").size()).isEqualTo(task.checks().size());
    }

    @Test
    void tellsNobodyWithoutAnEnabledTarget() {
        rig.audit();
        target(false);
        rig.audit();

        assertThat(rig.announced).isEmpty();
    }

    @Test
    void tellsOnceOfATaskThatWasCalledOff() {
        target(true);
        String id = rig.startAll();

        rig.audits.cancel(SCOPE, id);
        rig.runJobs();

        assertThat(only().get("taskStatus").stringValue()).isEqualTo("CANCELED");
    }

    @Test
    void tellsOfATaskThatFailed() {
        target(true);
        rig.startAll();
        var none = new TreeMap<String, CheckPatch>();
        rig.checks.of(SCOPE).names().forEach(name -> none.put(name.value(), new CheckPatch(false, Map.of())));
        rig.settings.update(SCOPE, new ConfigurationPatch(null, Map.of(), none));

        rig.runJobs();

        assertThat(only().get("taskStatus").stringValue()).isEqualTo("FAILED");
    }

    @Test
    void tellsOnceOfATaskThatIsTakenUpAfterARestart() {
        target(true);
        rig.startAll();

        rig.restart();
        rig.runJobs();
        rig.restart();
        rig.runJobs();

        assertThat(only().get("taskStatus").stringValue()).isEqualTo("COMPLETED");
    }

    private void target(boolean isEnabled) {
        rig.settings.update(
                SCOPE,
                new ConfigurationPatch(
                        null, Map.of("SNS", new TargetPatch(TOPIC, AuditRig.ROLE, isEnabled)), Map.of()));
    }

    private JsonNode only() {
        assertThat(rig.announced).singleElement().asString().startsWith(TOPIC + " {");
        return JsonMapper.shared().readTree(rig.announced.getFirst().substring(TOPIC.length()));
    }
}
