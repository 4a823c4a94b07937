// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Tx;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.effect.Effect;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.mitigation.task.TaskKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies one action to one subject within a transaction, and writes down what it changed. Thread-safe. */
final class ActionRunner {
    private final EffectWriter effects;
    private final ChangeRecords records;

    ActionRunner(EffectWriter effects, ChangeRecords records) {
        this.effects = effects;
        this.records = records;
    }

    /**
     * An action to be applied.
     *
     * @param actor on whose behalf
     */
    record Job(TaskKey task, String subjectId, Subject subject, ActionDefinition action, String actor, Instant now) {}

    /** The changes it took, and why some part of it does not concern the subject, null when all does. */
    record Result(List<Change> changes, @Nullable String skipped) {
        /** Whether nothing of it concerned the subject. */
        boolean isSkipped() {
            return skipped != null && changes.isEmpty();
        }
    }

    /** Applies it, all of it or, by a refusal, nothing. */
    Result run(Tx tx, Job job) {
        var changes = new ArrayList<Change>();
        String skipped = null;
        for (Effect effect : job.action().params().effects(job.subject())) {
            switch (effects.write(tx, job.task().scope(), effect)) {
                case EffectWriter.Outcome.Done(List<Change> made) -> changes.addAll(made);
                case EffectWriter.Outcome.Skipped(String why) -> skipped = why;
            }
        }
        changes.forEach(change -> records.add(
                tx,
                new JournalEntry(
                        job.task(),
                        job.subjectId(),
                        job.action().name(),
                        job.actor(),
                        job.action().roleArn(),
                        job.now(),
                        change,
                        null)));
        return new Result(changes, skipped);
    }
}
