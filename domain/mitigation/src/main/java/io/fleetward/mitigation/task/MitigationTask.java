// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import io.fleetward.mitigation.action.ActionDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The work of one order (audit, mitigation actions).
 *
 * <p>Immutable; every step makes a new record. What becomes of each subject is kept beside it.
 *
 * @param token what the client tells one request from another by
 * @param startedBy the ARN of the caller
 * @param actions as they were when the task started
 * @param rollout how carefully it goes about it, null for straight through
 * @param endedAt null while it is in progress
 * @param reason why it ended before everything was done, null when it did not
 * @param isPlanned whether its subjects are known
 * @param dueAt when it goes on; until then it pauses
 */
public record MitigationTask(
        TaskKey key,
        String token,
        String startedBy,
        MitigationOrder order,
        List<ActionDefinition> actions,
        @Nullable Rollout rollout,
        Instant startedAt,
        @Nullable Instant endedAt,
        TaskStatus status,
        @Nullable String reason,
        boolean isPlanned,
        Instant dueAt) {
    public MitigationTask {
        actions = List.copyOf(actions);
    }

    /** How a task begins. */
    public record Start(
            String token,
            String startedBy,
            MitigationOrder order,
            @Nullable Rollout rollout) {}

    /** A new task that has still to find its subjects. */
    public static MitigationTask start(TaskKey key, Start start, List<ActionDefinition> actions, Instant now) {
        return new MitigationTask(
                key,
                start.token(),
                start.startedBy(),
                start.order(),
                actions,
                start.rollout(),
                now,
                null,
                TaskStatus.IN_PROGRESS,
                null,
                false,
                now);
    }

    /** Whether anything is still to be done. */
    public boolean isInProgress() {
        return status == TaskStatus.IN_PROGRESS;
    }

    /** The actions for subjects of this group, in order. */
    public List<ActionDefinition> actionsFor(String group) {
        return order.actionsFor(group).stream().map(this::action).toList();
    }

    /** The action of this name as it was when the task started. */
    public ActionDefinition action(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("task " + key + " has no action " + name));
    }

    /** The task once its subjects are known. */
    public MitigationTask planned() {
        return new MitigationTask(
                key, token, startedBy, order, actions, rollout, startedAt, endedAt, status, reason, true, dueAt);
    }

    /** The task pausing until then. */
    public MitigationTask pausedUntil(Instant when) {
        return new MitigationTask(
                key, token, startedBy, order, actions, rollout, startedAt, endedAt, status, reason, isPlanned, when);
    }

    /** The task after its end. */
    public MitigationTask ended(TaskStatus how, @Nullable String why, Instant at) {
        if (!isInProgress() || how == TaskStatus.IN_PROGRESS) {
            throw new IllegalStateException("task " + key + " is " + status + " and cannot end as " + how);
        }
        return new MitigationTask(
                key, token, startedBy, order, actions, rollout, startedAt, at, how, why, isPlanned, dueAt);
    }
}
