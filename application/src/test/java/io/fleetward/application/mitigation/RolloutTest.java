// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.POLICY_CHECK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.task.FindingTarget.OfFindings;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tasks that go about their work in batches and stop when too much fails. */
class RolloutTest {
    private final MitigationRig rig = new MitigationRig();

    @Test
    void pausesAfterEachBatchAndLetsOtherTasksPass() {
        for (String policy : List.of("A", "B", "C")) {
            rig.policy(policy);
        }
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "A"), rig.onPolicy("f2", "B"), rig.onPolicy("f3", "C"));
        TaskKey careful = rig.start("careful", order("Blank"), new Rollout(2, Duration.ofMinutes(5), 0));
        rig.runJobs();
        assertThat(rig.outcomes(careful))
                .containsExactly("f1 Blank COMPLETED", "f2 Blank COMPLETED", "f3 Blank PENDING");

        TaskKey other = rig.start("other", new OfFindings(List.of("f1")), Map.of(POLICY_CHECK, List.of("Blank")));
        rig.runJobs();
        assertThat(rig.status(other)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(rig.status(careful)).isEqualTo(TaskStatus.IN_PROGRESS);

        rig.timers.advance(Duration.ofMinutes(5));
        rig.runJobs();
        assertThat(rig.status(careful)).isEqualTo(TaskStatus.COMPLETED);
        assertThat(rig.defaultVersion("C")).isEqualTo(2);
    }

    @Test
    void callsTheRestOffWhenMoreFailsThanIsTolerated() {
        rig.policy("C");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "Gone"), rig.onPolicy("f2", "GoneToo"), rig.onPolicy("f3", "C"));

        TaskKey task = rig.start("t1", order("Blank"), new Rollout(5, Duration.ZERO, 1));
        rig.runJobs();

        assertThat(rig.outcomes(task)).containsExactly("f1 Blank FAILED", "f2 Blank FAILED", "f3 Blank CANCELED");
        assertThat(rig.status(task)).isEqualTo(TaskStatus.FAILED);
        assertThat(rig.mitigations.describe(task).task().reason()).isEqualTo("2 subjects failed, 1 were tolerated");
        assertThat(rig.defaultVersion("C")).isEqualTo(1);
    }

    @Test
    void refusesARolloutThatMakesNoSense() {
        rig.action("Blank", new ReplaceDefaultPolicyVersion());

        assertThatThrownBy(() -> rig.start("t1", order("Blank"), new Rollout(0, Duration.ZERO, 0)))
                .hasMessageContaining("batchSize");
    }

    private static MitigationOrder order(String action) {
        return new MitigationOrder.OnFindings(
                new OfFindings(List.of("f1", "f2", "f3")), new TreeMap<>(Map.of(POLICY_CHECK, List.of(action))));
    }
}
