// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskSubject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tasks of every account are about, and where each action on each of it stands. Thread-safe. */
public interface MitigationExecutions {
    /** Adds a subject to a task, with its executions; answers false and does nothing when the task has it already. */
    boolean add(Tx tx, TaskKey task, TaskSubject subject, List<Execution> executions);

    /** Forgets everything about the task. */
    void clear(Tx tx, TaskKey task);

    /** The first subject that has still to be worked off, null when there is none. */
    @Nullable
    TaskSubject nextPending(Tx tx, TaskKey task);

    /** The executions of one subject, in order. */
    List<Execution> of(Tx tx, TaskKey task, String subjectId);

    /** Replaces an execution by its next state. */
    void put(Tx tx, Execution execution);

    /** Notes what became of a subject. */
    void settle(Tx tx, TaskKey task, String subjectId, SubjectStatus status);

    /** Calls off every subject and execution that is pending. */
    void cancelPending(Tx tx, TaskKey task);

    /** How many subjects stand where, by group. */
    Map<String, Map<SubjectStatus, Long>> countSubjects(Tx tx, TaskKey task);

    /** How many executions stand where. */
    Map<ExecutionStatus, Long> countExecutions(Tx tx, TaskKey task);

    /** The tasks of this kind that are about this subject. */
    Set<String> tasksAbout(Tx tx, AccountRegion scope, TaskKind kind, String subjectId);

    /** Those that fit the filter, by task, subject and position; the keyset is a {@link ExecutionOrder}. */
    Page<Execution> list(Tx tx, AccountRegion scope, ExecutionFilter filter, PageRequest page);

    /**
     * Which executions a list shows; everything given must hold.
     *
     * @param thing the device
     * @param from the earliest start
     * @param to the latest start
     */
    record ExecutionFilter(
            TaskKind kind,
            @Nullable String taskId,
            @Nullable String subjectId,
            @Nullable String thing,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable ExecutionStatus status) {}
}
