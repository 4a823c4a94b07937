// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import io.fleetward.mitigation.action.ActionDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action on one subject of a task.
 *
 * <p>Immutable; every step makes a new record.
 *
 * @param position counts from zero; the order in which the actions of a subject are done
 * @param thing the device of a violation; null for findings
 * @param outcome what became of it
 */
public record Execution(
        TaskKey task,
        String subjectId,
        int position,
        String actionName,
        String actionId,
        @Nullable String thing,
        Outcome outcome) {
    private static final Outcome PENDING = new Outcome(ExecutionStatus.PENDING, null, null, null, null);
    private static final int LONGEST_MESSAGE = 2048;

    /**
     * How it ended, or that it did not yet.
     *
     * @param errorCode the name of what stopped it
     */
    public record Outcome(
            ExecutionStatus status,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String errorCode,
            @Nullable String message) {
        public Outcome {
            if (message != null) {
                message = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
            }
        }
    }

    /** One that has still to be done. */
    public static Execution pending(
            TaskKey task, TaskSubject subject, int position, ActionDefinition action, @Nullable String thing) {
        return new Execution(task, subject.id(), position, action.name(), action.id(), thing, PENDING);
    }

    /** Whether it has still to be done. */
    public boolean isPending() {
        return outcome.status() == ExecutionStatus.PENDING;
    }

    /** It was done. */
    public Execution completed(Instant from, Instant to) {
        return with(new Outcome(ExecutionStatus.COMPLETED, from, to, null, null));
    }

    /** It could not be done. */
    public Execution failed(Instant from, Instant to, String errorCode, String message) {
        return with(new Outcome(ExecutionStatus.FAILED, from, to, errorCode, message));
    }

    /** It was left out. */
    public Execution skipped(Instant at, String why) {
        return with(new Outcome(ExecutionStatus.SKIPPED, at, at, null, why));
    }

    private Execution with(Outcome next) {
        return new Execution(task, subjectId, position, actionName, actionId, thing, next);
    }
}
