// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.application.mitigation.MitigationRig.SCOPE;
import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.detect.ViolationBuilder;
import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.detect.profile.ProfileBuilder;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.task.Counts;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationOrder.OnViolations;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskStatus;
import io.fleetward.mitigation.task.ViolationTarget;
import io.fleetward.mitigation.task.ViolationTarget.OfProfile;
import io.fleetward.mitigation.task.ViolationTarget.OfViolations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tasks on violations: which of them count, and what becomes of their things. */
class DetectMitigationsTest {
    private final MitigationRig rig = new MitigationRig();
    private final Instant now = rig.clock.instant();

    DetectMitigationsTest() {
        rig.thing("pump-1");
        rig.thing("pump-2");
        rig.group("quarantine");
        rig.quarantine("quarantine");
        rig.registry.change(tx -> rig.detect
                .profiles()
                .put(tx, ProfileBuilder.aProfile(SCOPE, "Profile").build()));
    }

    @Test
    void putsTheThingsOfViolationsIntoTheGroup() {
        raise(violation("v1", "pump-1"));
        raise(violation("v2", "pump-2"));

        TaskKey task = run(new OfViolations(List.of("v1", "v2", "v1")), null, true, false);

        assertThat(rig.groupsOf("pump-1")).containsExactly("quarantine");
        assertThat(rig.groupsOf("pump-2")).containsExactly("quarantine");
        assertThat(rig.outcomes(task)).containsExactly("v1 quarantine COMPLETED", "v2 quarantine COMPLETED");
        assertThat(rig.mitigations.describe(task).executions()).isEqualTo(new Counts(2, 2, 0, 0, 0));
        assertThat(rig.status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void leavesOutDevicesThatAreNotRegistered() {
        raise(violation("v1", "stranger").unregistered());
        raise(violation("v2", "client/with+signs").unregistered());

        TaskKey task = run(new OfViolations(List.of("v1", "v2")), null, true, false);

        assertThat(rig.outcomes(task)).containsExactly("v1 quarantine SKIPPED", "v2 quarantine SKIPPED");
        assertThat(rig.status(task)).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void leavesOutViolationsThatTheOrderDoesNotMean() {
        raise(violation("v1", "pump-1"));
        end(violation("v1", "pump-1"));
        raise(violation("v2", "pump-2").of(aBehavior("Quiet").suppressed(true)));
        raise(violation("v3", "pump-2").startedAt(now.minusSeconds(90)));

        TaskKey task = run(
                new OfViolations(List.of("v1", "v2", "v3")),
                new MitigationOrder.Range(now.minusSeconds(9), now.plusSeconds(9)),
                true,
                false);

        assertThat(rig.outcomes(task))
                .containsExactly("v1 quarantine SKIPPED", "v2 quarantine SKIPPED", "v3 quarantine SKIPPED");
        assertThat(rig.mitigations.describe(task).executions()).isEqualTo(new Counts(3, 0, 0, 3, 0));
    }

    @Test
    void findsTheActiveViolationsOfAProfileAndABehavior() {
        raise(violation("v1", "pump-1"));
        raise(violation("v2", "pump-2").of(aBehavior("Other")));
        raise(violation("v3", "pump-2").of("AnotherProfile"));
        raise(violation("v4", "pump-2"));
        end(violation("v4", "pump-2"));

        assertThat(rig.outcomes(run(new OfProfile("Profile", null), null, true, false)))
                .containsExactly("v1 quarantine COMPLETED", "v2 quarantine COMPLETED");
        assertThat(rig.outcomes(run(new OfProfile("Profile", "Other"), null, true, false)))
                .containsExactly("v2 quarantine COMPLETED");
        assertThat(rig.outcomes(run(
                        new OfProfile("Profile", null),
                        new MitigationOrder.Range(now.plusSeconds(1), now.plusSeconds(2)),
                        true,
                        false)))
                .isEmpty();
    }

    @Test
    void findsEndedViolationsByTheEventsThatRaisedThem() {
        raise(violation("v1", "pump-1"));
        end(violation("v1", "pump-1"));
        raise(violation("v2", "pump-2").of(aBehavior("Quiet").suppressed(true)));

        assertThat(rig.outcomes(run(new OfProfile("Profile", null), null, false, false)))
                .containsExactly("v1 quarantine COMPLETED");
        assertThat(rig.outcomes(
                        run(new OfProfile("Profile", "Quiet"), new MitigationOrder.Range(now, now), false, true)))
                .containsExactly("v2 quarantine COMPLETED");
    }

    @Test
    void refusesWhatCannotBeDone() {
        rig.action("Cut", new UpdateDeviceCertificate());
        raise(violation("v1", "pump-1"));

        assertRefused("no violation v9", order(new OfViolations(List.of("v9")), List.of("quarantine")));
        assertRefused("no security profile", order(new OfProfile("None", null), List.of("quarantine")));
        assertRefused("cannot be applied", order(new OfViolations(List.of("v1")), List.of("quarantine", "Cut")));
        assertRefused(
                "startTime",
                new OnViolations(
                        new OfViolations(List.of("v1")),
                        List.of("quarantine"),
                        new MitigationOrder.Range(now, now.minusSeconds(1)),
                        true,
                        false));
    }

    @Test
    void anAccountHasFiveTasksInProgress() {
        raise(violation("v1", "pump-1"));
        MitigationOrder order = order(new OfViolations(List.of("v1")), List.of("quarantine"));
        for (int number = 0; number < 5; number++) {
            rig.start("t" + number, order, null);
        }

        assertThatThrownBy(() -> rig.start("t5", order, null)).hasMessageContaining("At most 5");
    }

    private TaskKey run(
            ViolationTarget target, MitigationOrder.@Nullable Range range, boolean active, boolean suppressed) {
        var order = new OnViolations(target, List.of("quarantine"), range, active, suppressed);
        TaskKey task = rig.start(rig.ids.hex32(), order, null);
        rig.runJobs();
        return task;
    }

    private static OnViolations order(ViolationTarget target, List<String> actions) {
        return new OnViolations(target, actions, null, true, false);
    }

    private ViolationBuilder violation(String id, String thing) {
        return aViolation(id).in(SCOPE).by(thing).of("Profile").startedAt(now);
    }

    private void raise(ViolationBuilder violation) {
        rig.registry.change(tx -> {
            rig.detect.violations().raise(tx, violation.build());
            rig.detect.violations().append(tx, violation.raised());
        });
    }

    private void end(ViolationBuilder violation) {
        rig.registry.change(tx -> {
            rig.detect.violations().end(tx, violation.build(), now.plusSeconds(1));
            rig.detect.violations().append(tx, violation.clearedAt(now.plusSeconds(1)));
        });
    }

    private void assertRefused(String text, MitigationOrder order) {
        assertThatThrownBy(() -> rig.start("refused", order, null))
                .hasMessageContaining(text)
                .satisfies(
                        refusal -> assertThat(((ApiException) refusal).code()).isEqualTo(IotError.INVALID_REQUEST));
    }
}
