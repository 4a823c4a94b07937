// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.mitigation.SubjectSource.Candidate;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.effect.Impact;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what an order would change, and whom that would concern, without changing anything.
 *
 * <p>Thread-safe. It does the real thing in a transaction that is then undone, so that what stands in the way shows too.
 */
public final class MitigationRehearsal {
    private final MitigationStore store;
    private final MitigationSubjects subjects;
    private final ActionRunner actions;
    private final BlastRadius radius;
    private final InstantSource clock;

    public MitigationRehearsal(
            MitigationStore store,
            MitigationSubjects subjects,
            RegistryAccess registry,
            AdministrativeActs acts,
            InstantSource clock) {
        this.store = store;
        this.subjects = subjects;
        this.actions = new ActionRunner(new EffectWriter(registry), new ChangeRecords(store.journal(), acts));
        this.radius = new BlastRadius(registry);
        this.clock = clock;
    }

    /**
     * What one action would do to one subject.
     *
     * @param refusal why it would fail, null when it would not
     * @param skipped why it would be left out, null when it would not
     */
    public record Step(
            String subjectId,
            String actionName,
            List<ForeseenChange> changes,
            @Nullable String skipped,
            @Nullable String refusal) {}

    /** A change that would be made, and whom it would concern. */
    public record ForeseenChange(Change change, Impact impact) {}

    /** The steps of an order on one page of its subjects; it is refused as its task would be. */
    public Page<Step> rehearse(AccountRegion scope, MitigationOrder order, PageRequest page) {
        List<ActionDefinition> definitions =
                store.transactions().read(tx -> subjects.require(tx, store.actions(), scope, order));
        Page<Candidate> candidates =
                store.transactions().read(tx -> subjects.of(order.kind()).candidates(tx, scope, order, page));
        var task = MitigationTask.start(
                new TaskKey(scope, order.kind(), "rehearsal"),
                new MitigationTask.Start("", "", order, null),
                definitions,
                clock.instant());
        List<Step> steps = candidates.items().stream()
                .flatMap(candidate -> steps(task, candidate).stream())
                .toList();
        return new Page<>(steps, candidates.next());
    }

    private List<Step> steps(MitigationTask task, Candidate candidate) {
        var steps = new ArrayList<Step>();
        List<ActionDefinition> wanted = task.actionsFor(candidate.group());
        if (candidate.leftOut() != null) {
            wanted.forEach(
                    action -> steps.add(new Step(candidate.id(), action.name(), List.of(), candidate.leftOut(), null)));
            return steps;
        }
        try {
            store.transactions().change(tx -> {
                Subject subject =
                        subjects.of(task.key().kind()).find(tx, task.key().scope(), candidate.id());
                for (ActionDefinition action : subject == null ? List.<ActionDefinition>of() : wanted) {
                    steps.add(step(tx, task, new Part(candidate.id(), Objects.requireNonNull(subject), action)));
                    if (steps.getLast().refusal() != null) {
                        break;
                    }
                }
                throw new Undone();
            });
        } catch (Undone expected) {
            return steps;
        }
        throw new IllegalStateException("a rehearsal was not undone");
    }

    private record Part(String subjectId, Subject subject, ActionDefinition action) {}

    private Step step(Tx tx, MitigationTask task, Part part) {
        String name = part.action().name();
        var job = new ActionRunner.Job(
                task.key(), part.subjectId(), part.subject(), part.action(), task.startedBy(), task.startedAt());
        try {
            ActionRunner.Result result = actions.run(tx, job);
            List<ForeseenChange> foreseen = result.changes().stream()
                    .map(change ->
                            new ForeseenChange(change, radius.of(tx, task.key().scope(), change)))
                    .toList();
            return new Step(part.subjectId(), name, foreseen, result.skipped(), null);
        } catch (ApiException refusal) {
            return new Step(part.subjectId(), name, List.of(), null, refusal.text());
        }
    }

    /** Undoes the transaction of a rehearsal. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {
            super("a rehearsal leaves nothing behind", null, false, false);
        }
    }
}
