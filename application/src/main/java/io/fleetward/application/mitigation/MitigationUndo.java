// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.store.Pages;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.TaskKey;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows what mitigation has changed, and takes it back where that is possible and nobody has changed it since.
 *
 * <p>Thread-safe.
 */
public final class MitigationUndo {
    private static final int PAGE = 250;

    private final MitigationStore store;
    private final ChangeReverter reverter;
    private final ChangeRecords records;
    private final InstantSource clock;

    public MitigationUndo(
            MitigationStore store, RegistryAccess registry, AdministrativeActs acts, InstantSource clock) {
        this.store = store;
        this.reverter = new ChangeReverter(registry);
        this.records = new ChangeRecords(store.journal(), acts);
        this.clock = clock;
    }

    /**
     * What became of one change.
     *
     * @param refusal why it stays, null when it was taken back
     */
    public record Outcome(JournalLine line, @Nullable String refusal) {}

    /** The lines of the journal, of one task or of all, newest first. */
    public Page<JournalLine> journal(AccountRegion scope, @Nullable TaskKey task, PageRequest page) {
        return store.transactions().read(tx -> store.journal().list(tx, scope, task, page));
    }

    /** Takes back every change of an ended task, the newest first; each alone, whatever becomes of the others. */
    public List<Outcome> undo(TaskKey key, String actor) {
        MitigationTask task = store.transactions().read(tx -> store.tasks().find(tx, key));
        if (task == null) {
            throw notFound("Mitigation task", key.id());
        }
        if (task.isInProgress()) {
            throw invalid("Mitigation task " + key.id() + " is still in progress; cancel it first");
        }
        return Pages.all(PAGE, page -> journal(key.scope(), key, page))
                .filter(line -> line.entry().undoes() == null && !line.isUndone())
                .map(line -> undo(line, actor))
                .toList();
    }

    private Outcome undo(JournalLine line, String actor) {
        Change inverse = line.entry().change().inverse();
        if (inverse == null) {
            return new Outcome(line, "This change cannot be taken back.");
        }
        try {
            store.transactions().change(tx -> {
                reverter.revert(tx, line.entry().task().scope(), inverse);
                records.add(tx, line.entry().undone(line.sequence(), actor, clock.instant(), inverse));
            });
            return new Outcome(line, null);
        } catch (ApiException refusal) {
            return new Outcome(line, refusal.text());
        }
    }
}
