// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.FindingImportRun.Effect;
import io.fleetward.application.hub.FindingImportRun.Entry;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Imports in memory. Thread-safe. */
public final class InMemoryFindingImportRuns implements FindingImportRuns {
    private record Key(AccountRegion scope, String text) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::text);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Run(AccountRegion scope, FindingImportRun run) {
        /** Sorts the latest first. */
        String place() {
            return "%020d %s".formatted(Long.MAX_VALUE - run.startedAt().toEpochMilli(), run.id());
        }
    }

    private record Noted(AccountRegion scope, String id, Entry entry) {
        Key key() {
            return new Key(scope, id + " " + entry.key().fingerprint());
        }
    }

    private final InMemoryTable<Key, Run> runs = new InMemoryTable<>();
    private final InMemoryTable<Key, Noted> entries = new InMemoryTable<>();

    @Override
    public void save(Tx tx, AccountRegion scope, FindingImportRun run) {
        runs.put(tx, new Key(scope, run.id()), new Run(scope, run));
    }

    @Override
    public @Nullable FindingImportRun find(Tx tx, AccountRegion scope, String id) {
        Run run = runs.get(tx, new Key(scope, id));
        return run == null ? null : run.run();
    }

    @Override
    public Page<FindingImportRun> list(Tx tx, AccountRegion scope, PageRequest page) {
        List<Run> read = runs.all(tx).stream()
                .filter(run -> run.scope().equals(scope))
                .filter(run -> page.after() == null || run.place().compareTo(page.after()) > 0)
                .sorted(Comparator.comparing(Run::place))
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(read, page.limit(), Run::place).map(Run::run);
    }

    @Override
    public void note(Tx tx, AccountRegion scope, String id, Collection<Entry> more) {
        for (Entry entry : more) {
            var noted = new Noted(scope, id, entry);
            entries.put(tx, noted.key(), noted);
        }
    }

    @Override
    public Page<Entry> entries(Tx tx, AccountRegion scope, String id, PageRequest page) {
        List<Entry> read = entries.all(tx).stream()
                .filter(noted -> noted.scope().equals(scope) && noted.id().equals(id))
                .map(Noted::entry)
                .filter(entry ->
                        page.after() == null || entry.key().fingerprint().compareTo(page.after()) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(read, page.limit(), entry -> entry.key().fingerprint());
    }

    @Override
    public Map<FindingKey, Long> closings(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        var last = new HashMap<FindingKey, Long>();
        entries.all(tx).stream()
                .filter(noted -> noted.scope().equals(scope))
                .map(Noted::entry)
                .filter(entry -> entry.effect() == Effect.CLOSED && keys.contains(entry.key()))
                .forEach(entry -> last.merge(entry.key(), entry.revision(), Math::max));
        return last;
    }

    @Override
    public void deleteBefore(Tx tx, AccountRegion scope, Instant moment, int limit) {
        List<Run> old = runs.all(tx).stream()
                .filter(run ->
                        run.scope().equals(scope) && run.run().startedAt().isBefore(moment))
                .sorted(Comparator.comparing(run -> run.run().startedAt()))
                .limit(limit)
                .toList();
        for (Run gone : old) {
            runs.remove(tx, new Key(scope, gone.run().id()));
            entries.all(tx).stream()
                    .filter(noted -> noted.scope().equals(scope)
                            && noted.id().equals(gone.run().id()))
                    .forEach(noted -> entries.remove(tx, noted.key()));
        }
    }
}
