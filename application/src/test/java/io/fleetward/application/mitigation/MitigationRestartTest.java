// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.mitigation.MitigationRig.POLICY_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.mitigation.action.PublishFindingToSns;
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

/** A task that was in progress when the process ended goes on, and does nothing twice. */
class MitigationRestartTest {
    private final MitigationRig rig = new MitigationRig();

    @Test
    void goesOnAfterARestartAtWhateverTransactionTheProcessDied() {
        int died = 0;
        for (int survived = 0; survived < 40; survived++) {
            MitigationRig world = prepared();
            TaskKey task = world.start(
                    "t1", new OfFindings(List.of("f1", "f2")), Map.of(POLICY_CHECK, List.of("Tell", "Blank")));
            if (dies(world, survived)) {
                died++;
                world.restart();
                world.runJobs();
            }

            assertThat(world.status(task)).isEqualTo(TaskStatus.COMPLETED);
            assertThat(world.outcomes(task))
                    .containsExactly(
                            "f1 Tell COMPLETED", "f1 Blank COMPLETED", "f2 Tell COMPLETED", "f2 Blank COMPLETED");
            assertThat(world.journal(task)).hasSize(4);
            assertThat(world.defaultVersion("A")).isEqualTo(2);
            assertThat(world.defaultVersion("B")).isEqualTo(2);
        }
        assertThat(died).isGreaterThan(10);
    }

    @Test
    void goesOnAfterItsPauseAlsoWhenTheProcessDiedMeanwhile() {
        rig.policy("A");
        rig.policy("B");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "A"), rig.onPolicy("f2", "B"));
        var order = new MitigationOrder.OnFindings(
                new OfFindings(List.of("f1", "f2")), new TreeMap<>(Map.of(POLICY_CHECK, List.of("Blank"))));
        TaskKey task = rig.start("t1", order, new Rollout(1, Duration.ofMinutes(10), 0));
        rig.runJobs();
        rig.restart();
        rig.runJobs();
        assertThat(rig.defaultVersion("B")).isEqualTo(1);

        rig.timers.advance(Duration.ofMinutes(10));
        rig.runJobs();

        assertThat(rig.defaultVersion("B")).isEqualTo(2);
        assertThat(rig.status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    private static MitigationRig prepared() {
        var world = new MitigationRig();
        world.policy("A");
        world.policy("B");
        world.action("Tell", new PublishFindingToSns("arn:aws:sns:eu-west-1:111122223333:alerts"));
        world.action("Blank", new ReplaceDefaultPolicyVersion());
        world.audit(world.onPolicy("f1", "A"), world.onPolicy("f2", "B"));
        return world;
    }

    /** Runs until as many transactions are done; answers whether the process died then. */
    private static boolean dies(MitigationRig world, int survived) {
        world.transactions.dieAfter(survived);
        try {
            world.runJobs();
            return false;
        } catch (Error death) {
            return true;
        } finally {
            world.transactions.live();
        }
    }
}
