// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.mitigation.MitigationExecutions.ExecutionFilter;
import io.fleetward.application.mitigation.MitigationTasks.TaskFilter;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.action.ActionParams;
import io.fleetward.mitigation.action.AddThingsToThingGroup;
import io.fleetward.mitigation.action.EnableIotLogging;
import io.fleetward.mitigation.action.MitigationAction;
import io.fleetward.mitigation.action.PublishFindingToSns;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import io.fleetward.mitigation.action.UpdateCaCertificate;
import io.fleetward.mitigation.action.UpdateDeviceCertificate;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.ExecutionStatus;
import io.fleetward.mitigation.task.FindingTarget;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskKey;
import io.fleetward.mitigation.task.TaskKind;
import io.fleetward.mitigation.task.TaskStatus;
import io.fleetward.mitigation.task.TaskSubject;
import io.fleetward.mitigation.task.ViolationTarget;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.certificate.CaCertificateId;
import io.fleetward.registry.certificate.CaStatus;
import io.fleetward.registry.certificate.CertificateId;
import io.fleetward.registry.certificate.CertificateStatus;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that keeps actions, tasks, executions and the journal promises. */
public abstract class MitigationStoreContract {
    private static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    private static final AccountRegion OTHER = AccountRegion.of("444455556666", "eu-west-1");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.120Z");
    private static final String ROLE = "arn:aws:iam::111122223333:role/mitigation";
    private static final CheckName CHECK = new CheckName("LOGGING_DISABLED_CHECK");
    private static final ActionDefinition TELL =
            new ActionDefinition("Tell", "id-1", ROLE, new PublishFindingToSns("arn:aws:sns:eu-west-1:111122223333:t"));
    private static final MitigationOrder ON_FINDINGS = new MitigationOrder.OnFindings(
            new FindingTarget.OfFindings(List.of("f1", "f2")), new TreeMap<>(Map.of(CHECK, List.of("Tell"))));
    private static final MitigationOrder ON_VIOLATIONS = new MitigationOrder.OnViolations(
            new ViolationTarget.OfViolations(List.of("v1")), List.of("Tell"), null, true, false);
    private static final TaskKey TASK = new TaskKey(SCOPE, TaskKind.AUDIT, "t1");
    private static final TaskFilter ALL =
            new TaskFilter(TaskKind.AUDIT, NOON.minusSeconds(60), NOON.plusSeconds(60), null, null, null);

    protected abstract MitigationStore store();

    static Stream<ActionParams> everyType() {
        return Stream.of(
                new UpdateDeviceCertificate(),
                new UpdateCaCertificate(),
                new AddThingsToThingGroup(
                        List.of(new ThingGroupName("quarantine"), new ThingGroupName("second")), null),
                new AddThingsToThingGroup(List.of(new ThingGroupName("quarantine")), true),
                new ReplaceDefaultPolicyVersion(),
                new EnableIotLogging(ROLE, LogLevel.WARN),
                new PublishFindingToSns("arn:aws:sns:eu-west-1:111122223333:t"));
    }

    @ParameterizedTest
    @MethodSource("everyType")
    void keepsAnActionOfEveryType(ActionParams params) {
        var action = new MitigationAction(SCOPE, "a", "id-1", ROLE, params, NOON, NOON.plusSeconds(1));
        put(action);

        assertThat(action(SCOPE, "a")).isEqualTo(action);
        assertThat(action(OTHER, "a")).isNull();
    }

    @Test
    void replacesListsAndRemovesActions() {
        MitigationAction first =
                new MitigationAction(SCOPE, "a", "id-1", ROLE, new UpdateDeviceCertificate(), NOON, NOON);
        put(first);
        put(first.changed(ROLE + "2", new UpdateCaCertificate(), NOON.plusSeconds(1)));
        put(new MitigationAction(SCOPE, "b", "id-2", ROLE, new UpdateCaCertificate(), NOON, NOON));
        put(new MitigationAction(OTHER, "c", "id-3", ROLE, new UpdateCaCertificate(), NOON, NOON));

        List<MitigationAction> all =
                store().transactions().read(tx -> store().actions().of(tx, SCOPE));
        assertThat(all).extracting(MitigationAction::name).containsExactlyInAnyOrder("a", "b");
        assertThat(Objects.requireNonNull(action(SCOPE, "a")).roleArn()).isEqualTo(ROLE + "2");
        assertThat(remove("a")).isTrue();
        assertThat(remove("a")).isFalse();
        assertThat(remove("c")).isFalse();
    }

    static Stream<MitigationOrder> everyOrder() {
        var mapping = new LinkedHashMap<CheckName, List<String>>();
        mapping.put(new CheckName("Z"), List.of("b", "a"));
        mapping.put(new CheckName("A"), List.of("a"));
        return Stream.of(
                ON_FINDINGS,
                new MitigationOrder.OnFindings(new FindingTarget.OfAudit("audit", Map.of()), mapping),
                new MitigationOrder.OnFindings(
                        new FindingTarget.OfAudit(
                                "audit", Map.of(CHECK, Set.of(new ReasonCode("X"), new ReasonCode("Y")))),
                        mapping),
                ON_VIOLATIONS,
                new MitigationOrder.OnViolations(
                        new ViolationTarget.OfProfile("profile", null), List.of("a", "b"), null, false, true),
                new MitigationOrder.OnViolations(
                        new ViolationTarget.OfProfile("profile", "behavior"),
                        List.of("a"),
                        new MitigationOrder.Range(NOON, NOON.plusSeconds(9)),
                        true,
                        false));
    }

    @ParameterizedTest
    @MethodSource("everyOrder")
    void keepsATaskWithEveryKindOfOrder(MitigationOrder order) {
        var key = new TaskKey(SCOPE, order.kind(), "t1");
        MitigationTask task =
                MitigationTask.start(key, new MitigationTask.Start("token", "me", order, null), List.of(TELL), NOON);
        put(task);

        MitigationTask found = Objects.requireNonNull(task(key));
        assertThat(found).isEqualTo(task);
        assertThat(found.order().groups()).isEqualTo(order.groups());
    }

    @Test
    void keepsEveryStateOfATask() {
        var rollout = new Rollout(5, Duration.ofMillis(1500), 2);
        MitigationTask task = MitigationTask.start(
                        TASK, new MitigationTask.Start("token", "me", ON_FINDINGS, rollout), List.of(TELL), NOON)
                .planned()
                .pausedUntil(NOON.plusSeconds(5));
        put(task);
        assertThat(task(TASK)).isEqualTo(task);
        put(task.ended(TaskStatus.FAILED, "too many", NOON.plusSeconds(6)));
        assertThat(task(TASK)).isEqualTo(task.ended(TaskStatus.FAILED, "too many", NOON.plusSeconds(6)));
    }

    @Test
    void tellsTasksOfDifferentKindsAndAccountsApart() {
        put(aTask("t1", NOON));
        assertThat(task(new TaskKey(SCOPE, TaskKind.DETECT, "t1"))).isNull();
        assertThat(task(new TaskKey(OTHER, TaskKind.AUDIT, "t1"))).isNull();
        assertThat(isTokenUsed(SCOPE, TaskKind.AUDIT)).isTrue();
        assertThat(isTokenUsed(SCOPE, TaskKind.DETECT)).isFalse();
        assertThat(isTokenUsed(OTHER, TaskKind.AUDIT)).isFalse();
    }

    @Test
    void queuesTheOldestTaskThatDoesNotPause() {
        put(aTask("t1", NOON.minusSeconds(9)).ended(TaskStatus.CANCELED, null, NOON));
        put(aTask("t2", NOON.minusSeconds(8)).pausedUntil(NOON.plusSeconds(1)));
        put(aTask("t3", NOON.minusSeconds(7)));
        put(aTask("t4", NOON));

        assertThat(nextDue(NOON)).isEqualTo("t3");
        assertThat(nextDue(NOON.plusSeconds(1))).isEqualTo("t2");
        assertThat(pauseEnd(NOON)).isEqualTo(NOON.plusSeconds(1));
        assertThat(pauseEnd(NOON.plusSeconds(1))).isNull();
        assertThat(countInProgress(SCOPE)).isEqualTo(3);
        assertThat(countInProgress(OTHER)).isZero();
        List<AccountRegion> scopes = store().transactions().read(store().tasks()::scopesInProgress);
        assertThat(scopes).containsExactly(SCOPE);
    }

    @Test
    void listsTasksByStartAndEndNewestFirst() {
        put(aTask("t1", NOON));
        put(aTask("t2", NOON.plusSeconds(1)).ended(TaskStatus.COMPLETED, null, NOON.plusSeconds(61)));
        put(aTask("t3", NOON.plusSeconds(2)).ended(TaskStatus.COMPLETED, null, NOON.plusSeconds(60)));
        put(aTask("t4", NOON.plusSeconds(2)));
        put(aTask("t5", NOON.minusSeconds(61)));

        assertThat(ids(ALL)).containsExactly("t3", "t4", "t1");
        assertThat(ids(new TaskFilter(TaskKind.AUDIT, ALL.from(), ALL.to(), TaskStatus.COMPLETED, null, null)))
                .containsExactly("t3");
        assertThat(ids(new TaskFilter(TaskKind.AUDIT, ALL.from(), ALL.to(), null, null, Set.of("t1", "t9"))))
                .containsExactly("t1");
        assertThat(ids(new TaskFilter(TaskKind.AUDIT, ALL.from(), ALL.to(), null, null, Set.of())))
                .isEmpty();
        assertThat(ids(new TaskFilter(TaskKind.DETECT, ALL.from(), ALL.to(), null, null, null)))
                .isEmpty();
    }

    @Test
    void listsTheTasksOfAnAudit() {
        var order = new MitigationOrder.OnFindings(
                new FindingTarget.OfAudit("audit-1", Map.of()), new TreeMap<>(Map.of(CHECK, List.of("Tell"))));
        put(MitigationTask.start(TASK, new MitigationTask.Start("token", "me", order, null), List.of(TELL), NOON));
        put(aTask("t2", NOON));

        assertThat(ids(new TaskFilter(TaskKind.AUDIT, ALL.from(), ALL.to(), null, "audit-1", null)))
                .containsExactly("t1");
    }

    @Test
    void forgetsTasksAndWhatBelongsToThem() {
        put(aTask("t1", NOON.minusSeconds(1)));
        put(aTask("t2", NOON));
        plan(TASK, "f1", 0);
        append(TASK, null);

        List<TaskKey> old = store().transactions().read(tx -> store().tasks().startedBefore(tx, NOON, 10));
        assertThat(old).containsExactly(TASK);
        store().transactions().change(tx -> {
            store().executions().clear(tx, TASK);
            store().journal().clear(tx, TASK);
            store().tasks().remove(tx, TASK);
        });

        assertThat(task(TASK)).isNull();
        assertThat(executions(TASK, "f1")).isEmpty();
        assertThat(journal(TASK)).isEmpty();
    }

    @Test
    void worksOffSubjectsInTheirOrderAndAddsEachOnce() {
        assertThat(plan(TASK, "f9", 0)).isTrue();
        assertThat(plan(TASK, "f1", 1)).isTrue();
        assertThat(plan(TASK, "f9", 2)).isFalse();
        assertThat(plan(new TaskKey(OTHER, TaskKind.AUDIT, "t1"), "f0", 0)).isTrue();

        assertThat(nextPending()).isEqualTo("f9");
        settle("f9", SubjectStatus.SUCCEEDED);
        assertThat(nextPending()).isEqualTo("f1");
        settle("f1", SubjectStatus.FAILED);
        assertThat(nextPending()).isNull();
        Map<String, Map<SubjectStatus, Long>> counts =
                store().transactions().read(tx -> store().executions().countSubjects(tx, TASK));
        assertThat(counts).isEqualTo(Map.of("G", Map.of(SubjectStatus.SUCCEEDED, 1L, SubjectStatus.FAILED, 1L)));
    }

    @Test
    void keepsEveryStateOfAnExecution() {
        plan(TASK, "f1", 0);
        Execution first = executions(TASK, "f1").getFirst();
        Execution second = executions(TASK, "f1").getLast();
        assertThat(first.isPending()).isTrue();
        put(first.completed(NOON, NOON.plusSeconds(1)));
        put(second.failed(NOON, NOON.plusSeconds(2), "ResourceNotFoundException", "gone"));

        assertThat(executions(TASK, "f1"))
                .containsExactly(
                        first.completed(NOON, NOON.plusSeconds(1)),
                        second.failed(NOON, NOON.plusSeconds(2), "ResourceNotFoundException", "gone"));
        put(second.skipped(NOON, "why"));
        assertThat(executions(TASK, "f1").getLast()).isEqualTo(second.skipped(NOON, "why"));
    }

    @Test
    void callsOffWhatIsPending() {
        plan(TASK, "f1", 0);
        plan(TASK, "f2", 1);
        put(executions(TASK, "f1").getFirst().completed(NOON, NOON));
        settle("f1", SubjectStatus.SUCCEEDED);
        store().transactions().change(tx -> store().executions().cancelPending(tx, TASK));

        assertThat(nextPending()).isNull();
        Map<ExecutionStatus, Long> counts =
                store().transactions().read(tx -> store().executions().countExecutions(tx, TASK));
        assertThat(counts).isEqualTo(Map.of(ExecutionStatus.COMPLETED, 1L, ExecutionStatus.CANCELED, 3L));
    }

    @Test
    void listsExecutionsThatFitPageByPage() {
        plan(TASK, "f1", 0);
        plan(TASK, "f2", 1);
        plan(new TaskKey(SCOPE, TaskKind.AUDIT, "t2"), "f1", 0);
        plan(new TaskKey(SCOPE, TaskKind.DETECT, "t1"), "f1", 0);
        put(executions(TASK, "f2").getFirst().completed(NOON, NOON));

        assertThat(list(filter("t1", null, null))).containsExactly("t1 f1 0", "t1 f1 1", "t1 f2 0", "t1 f2 1");
        assertThat(list(filter("t1", "f2", null))).containsExactly("t1 f2 0", "t1 f2 1");
        assertThat(list(filter(null, "f1", null))).containsExactly("t1 f1 0", "t1 f1 1", "t2 f1 0", "t2 f1 1");
        assertThat(list(filter(null, null, ExecutionStatus.COMPLETED))).containsExactly("t1 f2 0");
        assertThat(list(new ExecutionFilter(TaskKind.AUDIT, null, null, "pump", null, null, null)))
                .hasSize(6);
        assertThat(list(new ExecutionFilter(TaskKind.AUDIT, null, null, "other", null, null, null)))
                .isEmpty();
        assertThat(list(new ExecutionFilter(TaskKind.AUDIT, null, null, null, NOON, NOON, null)))
                .containsExactly("t1 f2 0");
        assertThat(list(new ExecutionFilter(
                        TaskKind.AUDIT, null, null, null, NOON.plusMillis(1), NOON.plusSeconds(1), null)))
                .isEmpty();
        Set<String> about =
                store().transactions().read(tx -> store().executions().tasksAbout(tx, SCOPE, TaskKind.AUDIT, "f1"));
        assertThat(about).containsExactlyInAnyOrder("t1", "t2");
    }

    static Stream<Change> everyChange() {
        var certificate = new CertificateId("ab".repeat(32));
        var authority = new CaCertificateId("cd".repeat(32));
        var thing = new ThingName("pump");
        var groups = List.of(new ThingGroupName("a"), new ThingGroupName("b"));
        var logging = new LoggingOptions(
                ROLE,
                LogLevel.INFO,
                false,
                List.of(
                        new LoggingOptions.EventLogging("Connect", LogLevel.DEBUG, "here"),
                        new LoggingOptions.EventLogging("Publish", null, null)));
        return Stream.of(
                new Change.CertificateStatusSet(certificate, CertificateStatus.ACTIVE, CertificateStatus.INACTIVE),
                new Change.CaStatusSet(authority, CaStatus.ACTIVE, CaStatus.INACTIVE),
                new Change.GroupsJoined(thing, groups),
                new Change.GroupsLeft(thing, groups),
                new Change.PolicyVersionAdded("Open", 1, 2),
                new Change.PolicyVersionRestored("Open", 2, 1),
                new Change.LoggingSet(LoggingOptions.UNSET, logging),
                new Change.FindingPublished("arn:aws:sns:eu-west-1:111122223333:t", "{\"a\":1}"));
    }

    @ParameterizedTest
    @MethodSource("everyChange")
    void journalsEveryKindOfChange(Change change) {
        var entry = new JournalEntry(TASK, "f1", "Tell", "me", ROLE, NOON, change, null);
        store().transactions().change(tx -> store().journal().append(tx, entry));

        JournalLine line = journal(TASK).getFirst();
        assertThat(line.entry()).isEqualTo(entry);
        assertThat(line.isUndone()).isFalse();
    }

    @Test
    void showsTheJournalNewestFirstAndWhatWasTakenBack() {
        append(TASK, null);
        append(TASK, null);
        append(new TaskKey(SCOPE, TaskKind.DETECT, "t1"), null);
        append(new TaskKey(OTHER, TaskKind.AUDIT, "t1"), null);
        long first = journal(TASK).getLast().sequence();
        append(TASK, first);

        assertThat(journal(TASK)).extracting(JournalLine::isUndone).containsExactly(false, false, true);
        assertThat(journal(TASK).getFirst().entry().undoes()).isEqualTo(first);
        assertThat(journal(null)).hasSize(4);
    }

    private static MitigationTask aTask(String id, Instant startedAt) {
        var key = new TaskKey(SCOPE, TaskKind.AUDIT, id);
        String token = id.equals("t1") ? "token" : id;
        return MitigationTask.start(
                key, new MitigationTask.Start(token, "me", ON_FINDINGS, null), List.of(TELL), startedAt);
    }

    private static ExecutionFilter filter(
            @Nullable String taskId, @Nullable String subjectId, @Nullable ExecutionStatus status) {
        return new ExecutionFilter(TaskKind.AUDIT, taskId, subjectId, null, null, null, status);
    }

    private void put(MitigationAction action) {
        store().transactions().change(tx -> store().actions().put(tx, action));
    }

    private void put(MitigationTask task) {
        store().transactions().change(tx -> store().tasks().put(tx, task));
    }

    private void put(Execution execution) {
        store().transactions().change(tx -> store().executions().put(tx, execution));
    }

    private @Nullable MitigationAction action(AccountRegion scope, String name) {
        return store().transactions()
                .<@Nullable MitigationAction>read(tx -> store().actions().find(tx, scope, name));
    }

    private boolean remove(String name) {
        return store().transactions().write(tx -> store().actions().remove(tx, SCOPE, name));
    }

    private @Nullable MitigationTask task(TaskKey key) {
        return store().transactions()
                .<@Nullable MitigationTask>read(tx -> store().tasks().find(tx, key));
    }

    private boolean isTokenUsed(AccountRegion scope, TaskKind kind) {
        return store().transactions().read(tx -> store().tasks().isTokenUsed(tx, scope, kind, "token"));
    }

    private @Nullable String nextDue(Instant now) {
        return store().transactions().<@Nullable String>read(tx -> {
            MitigationTask next = store().tasks().nextDue(tx, SCOPE, now);
            return next == null ? null : next.key().id();
        });
    }

    private @Nullable Instant pauseEnd(Instant now) {
        return store().transactions()
                .<@Nullable Instant>read(tx -> store().tasks().nextPauseEnd(tx, SCOPE, now));
    }

    private int countInProgress(AccountRegion scope) {
        return store().transactions().read(tx -> store().tasks().countInProgress(tx, scope, TaskKind.AUDIT));
    }

    private List<String> ids(TaskFilter filter) {
        return pages(page -> store().transactions().read(tx -> store().tasks().list(tx, SCOPE, filter, page)))
                .map(task -> task.key().id())
                .toList();
    }

    private boolean plan(TaskKey task, String subjectId, int position) {
        var subject = new TaskSubject(position, subjectId, "G", SubjectStatus.PENDING);
        List<Execution> executions = List.of(
                Execution.pending(task, subject, 0, TELL, "pump"), Execution.pending(task, subject, 1, TELL, "pump"));
        return store().transactions().write(tx -> store().executions().add(tx, task, subject, executions));
    }

    private @Nullable String nextPending() {
        return store().transactions().<@Nullable String>read(tx -> {
            TaskSubject next = store().executions().nextPending(tx, TASK);
            return next == null ? null : next.id();
        });
    }

    private void settle(String subjectId, SubjectStatus status) {
        store().transactions().change(tx -> store().executions().settle(tx, TASK, subjectId, status));
    }

    private List<Execution> executions(TaskKey task, String subjectId) {
        return store().transactions().read(tx -> store().executions().of(tx, task, subjectId));
    }

    private List<String> list(ExecutionFilter filter) {
        return pages(page ->
                        store().transactions().read(tx -> store().executions().list(tx, SCOPE, filter, page)))
                .map(execution -> ExecutionOrder.of(execution).key())
                .toList();
    }

    private void append(TaskKey task, @Nullable Long undoes) {
        var entry = new JournalEntry(
                task, "f1", "Tell", "me", ROLE, NOON, new Change.PolicyVersionAdded("Open", 1, 2), undoes);
        store().transactions().change(tx -> store().journal().append(tx, entry));
    }

    private List<JournalLine> journal(@Nullable TaskKey task) {
        return pages(page -> store().transactions().read(tx -> store().journal().list(tx, SCOPE, task, page)))
                .toList();
    }

    /** Everything that a list holds, read one item at a time. */
    private static <T> Stream<T> pages(Function<PageRequest, Page<T>> list) {
        var all = new ArrayList<T>();
        PageRequest request = PageRequest.first(1);
        while (request != null) {
            Page<T> page = list.apply(request);
            all.addAll(page.items());
            request = page.next() == null ? null : new PageRequest(1, page.next());
        }
        return all.stream();
    }
}
