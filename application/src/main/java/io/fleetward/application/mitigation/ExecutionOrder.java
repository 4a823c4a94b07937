// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.mitigation.task.Execution;
import java.util.Comparator;

/**
 * The sort key of executions: by task, then by subject, then by position.
 *
 * <p>Immutable. Its text is the three with a space between; neither id has one.
 */
public record ExecutionOrder(String taskId, String subjectId, int position) implements Comparable<ExecutionOrder> {
    private static final Comparator<ExecutionOrder> ORDER = Comparator.comparing(ExecutionOrder::taskId)
            .thenComparing(ExecutionOrder::subjectId)
            .thenComparingInt(ExecutionOrder::position);

    /** The key of an execution. */
    public static ExecutionOrder of(Execution execution) {
        return new ExecutionOrder(execution.task().id(), execution.subjectId(), execution.position());
    }

    /** Reads what {@link #key} wrote. */
    public static ExecutionOrder parse(String key) {
        String[] parts = key.split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not the key of an execution: " + key);
        }
        return new ExecutionOrder(parts[0], parts[1], Integer.parseInt(parts[2]));
    }

    /** The text of the key. */
    public String key() {
        return taskId + " " + subjectId + " " + position;
    }

    @Override
    public int compareTo(ExecutionOrder other) {
        return ORDER.compare(this, other);
    }
}
