// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import io.fleetward.audit.CheckName;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What a task was told to do: to what, and by which actions. Immutable. */
public sealed interface MitigationOrder {
    /**
     * To do something about findings.
     *
     * @param actions by check, the names of the actions in the order in which they are done
     */
    record OnFindings(FindingTarget target, SequencedMap<CheckName, List<String>> actions) implements MitigationOrder {
        public OnFindings {
            actions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(actions));
        }
    }

    /**
     * To do something about violations.
     *
     * @param actions the names of the actions in the order in which they are done
     * @param range when the violations happened, null for whenever
     * @param isOnlyActive whether only those in alarm count
     * @param isWithSuppressed whether those of silenced behaviors count
     */
    record OnViolations(
            ViolationTarget target,
            List<String> actions,
            @Nullable Range range,
            boolean isOnlyActive,
            boolean isWithSuppressed)
            implements MitigationOrder {
        public OnViolations {
            actions = List.copyOf(actions);
        }
    }

    /** From one instant to another, both included. */
    record Range(Instant from, Instant to) {}

    /** What its subjects are. */
    default TaskKind kind() {
        return switch (this) {
            case OnFindings _ -> TaskKind.AUDIT;
            case OnViolations _ -> TaskKind.DETECT;
        };
    }

    /** The groups that its subjects can be of. */
    default List<String> groups() {
        return switch (this) {
            case OnFindings(var _, var actions) ->
                actions.sequencedKeySet().stream().map(CheckName::value).toList();
            case OnViolations _ -> List.of("");
        };
    }

    /** The names of the actions for subjects of this group, in order. */
    default List<String> actionsFor(String group) {
        return switch (this) {
            case OnFindings(var _, var actions) -> actions.getOrDefault(new CheckName(group), List.of());
            case OnViolations order -> order.actions();
        };
    }

    /** The names of all actions, each once. */
    default SequencedSet<String> actionNames() {
        return switch (this) {
            case OnFindings(var _, var actions) -> {
                var names = new LinkedHashSet<String>();
                actions.values().forEach(names::addAll);
                yield names;
            }
            case OnViolations order -> new LinkedHashSet<>(order.actions());
        };
    }
}
