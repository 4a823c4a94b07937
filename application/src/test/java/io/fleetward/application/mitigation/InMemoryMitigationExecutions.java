// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.InMemoryTable;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Subjects and executions in memory. Thread-safe. */
public final class InMemoryMitigationExecutions implements MitigationExecutions {
    private final InMemoryTable<String, Row> subjects = new InMemoryTable<>();
    private final InMemoryTable<String, Execution> executions = new InMemoryTable<>();

    private record Row(TaskKey task, TaskSubject subject) {
        String id() {
            return task + " " + subject.id();
        }

        Row with(SubjectStatus status) {
            return new Row(task, new TaskSubject(subject.position(), subject.id(), subject.group(), status));
        }
    }

    @Override
    public boolean add(Tx tx, TaskKey task, TaskSubject subject, List<Execution> planned) {
        var row = new Row(task, subject);
        if (subjects.get(tx, row.id()) != null) {
            return false;
        }
        subjects.put(tx, row.id(), row);
        planned.forEach(execution -> put(tx, execution));
        return true;
    }

    @Override
    public void clear(Tx tx, TaskKey task) {
        rows(tx, task).forEach(row -> subjects.remove(tx, row.id()));
        executions.all(tx).stream()
                .filter(execution -> execution.task().equals(task))
                .forEach(execution -> executions.remove(tx, id(execution)));
    }

    @Override
    public @Nullable TaskSubject nextPending(Tx tx, TaskKey task) {
        return rows(tx, task)
                .map(Row::subject)
                .filter(subject -> subject.status() == SubjectStatus.PENDING)
                .min(Comparator.comparingInt(TaskSubject::position))
                .orElse(null);
    }

    @Override
    public List<Execution> of(Tx tx, TaskKey task, String subjectId) {
        return all(tx).filter(execution ->
                        execution.task().equals(task) && execution.subjectId().equals(subjectId))
                .toList();
    }

    @Override
    public void put(Tx tx, Execution execution) {
        executions.put(tx, id(execution), execution);
    }

    @Override
    public void settle(Tx tx, TaskKey task, String subjectId, SubjectStatus status) {
        rows(tx, task)
                .filter(row -> row.subject().id().equals(subjectId))
                .forEach(row -> subjects.put(tx, row.id(), row.with(status)));
    }

    @Override
    public void cancelPending(Tx tx, TaskKey task) {
        rows(tx, task)
                .filter(row -> row.subject().status() == SubjectStatus.PENDING)
                .forEach(row -> subjects.put(tx, row.id(), row.with(SubjectStatus.CANCELED)));
        var canceled = new Execution.Outcome(ExecutionStatus.CANCELED, null, null, null, null);
        all(tx).filter(execution -> execution.task().equals(task) && execution.isPending())
                .map(execution -> new Execution(
                        task,
                        execution.subjectId(),
                        execution.position(),
                        execution.actionName(),
                        execution.actionId(),
                        execution.thing(),
                        canceled))
                .forEach(execution -> put(tx, execution));
    }

    @Override
    public Map<String, Map<SubjectStatus, Long>> countSubjects(Tx tx, TaskKey task) {
        return rows(tx, task)
                .map(Row::subject)
                .collect(Collectors.groupingBy(
                        TaskSubject::group, Collectors.groupingBy(TaskSubject::status, Collectors.counting())));
    }

    @Override
    public Map<ExecutionStatus, Long> countExecutions(Tx tx, TaskKey task) {
        return all(tx).filter(execution -> execution.task().equals(task))
                .collect(Collectors.groupingBy(execution -> execution.outcome().status(), Collectors.counting()));
    }

    @Override
    public Set<String> tasksAbout(Tx tx, AccountRegion scope, TaskKind kind, String subjectId) {
        return subjects.all(tx).stream()
                .filter(row -> row.task().scope().equals(scope) && row.task().kind() == kind)
                .filter(row -> row.subject().id().equals(subjectId))
                .map(row -> row.task().id())
                .collect(Collectors.toSet());
    }

    @Override
    public Page<Execution> list(Tx tx, AccountRegion scope, ExecutionFilter filter, PageRequest page) {
        ExecutionOrder after = page.after() == null ? null : ExecutionOrder.parse(page.after());
        List<Execution> read = all(tx).filter(
                        execution -> execution.task().scope().equals(scope) && fits(execution, filter))
                .filter(execution ->
                        after == null || ExecutionOrder.of(execution).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(
                read, page.limit(), execution -> ExecutionOrder.of(execution).key());
    }

    private Stream<Row> rows(Tx tx, TaskKey task) {
        return subjects.all(tx).stream().filter(row -> row.task().equals(task));
    }

    private Stream<Execution> all(Tx tx) {
        return executions.all(tx).stream().sorted(Comparator.comparing(ExecutionOrder::of));
    }

    private static boolean fits(Execution execution, ExecutionFilter filter) {
        Instant startedAt = execution.outcome().startedAt();
        return execution.task().kind() == filter.kind()
                && fits(filter.taskId(), execution.task().id())
                && fits(filter.subjectId(), execution.subjectId())
                && fits(filter.thing(), execution.thing())
                && (filter.from() == null || (startedAt != null && !startedAt.isBefore(filter.from())))
                && (filter.to() == null || (startedAt != null && !startedAt.isAfter(filter.to())))
                && fits(filter.status(), execution.outcome().status());
    }

    private static boolean fits(@Nullable Object wanted, @Nullable Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static String id(Execution execution) {
        return execution.task() + " " + ExecutionOrder.of(execution).key();
    }
}
