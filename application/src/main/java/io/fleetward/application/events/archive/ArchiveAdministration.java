// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.BusNames;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.rule.PatternLanguage;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Creates, changes, shows and deletes archives (hub, event bus API). Thread-safe. */
public final class ArchiveAdministration {
    static final int MOST_ARCHIVES = 100;

    private static final int LONGEST_PATTERN = 4096;

    private final ArchiveStore store;
    private final PatternLanguage patterns;
    private final Runnable sweep;
    private final InstantSource clock;
    private final Ids ids;

    /** What the caller says of an archive; null where nothing is said. Immutable. */
    public record Draft(
            @Nullable String description,
            @Nullable String pattern,
            @Nullable Integer retentionDays) {}

    /** Which archives a list shows: at most one of them is given. Immutable. */
    public record Filter(
            @Nullable String prefix,
            @Nullable String sourceArn,
            @Nullable String state) {
        boolean fits(Archive archive) {
            return (prefix == null || archive.name().startsWith(prefix))
                    && (sourceArn == null || archive.source().toString().equals(sourceArn))
                    && (state == null || state.equals("ENABLED"));
        }
    }

    /** @param sweep has what deleted archives held forgotten, some time; must not block */
    public ArchiveAdministration(
            ArchiveStore store, PatternLanguage patterns, Runnable sweep, InstantSource clock, Ids ids) {
        this.store = store;
        this.patterns = patterns;
        this.sweep = sweep;
        this.clock = clock;
        this.ids = ids;
    }

    /** Creates an archive of a new name for the bus of this ARN; it keeps events from now on. */
    public Archive create(AccountRegion scope, String name, String busArn, Draft draft) {
        String bus = BusNames.in(scope, busArn);
        requireValid(draft.pattern());
        var archive = new Archive(
                scope,
                ids.uuid(),
                name,
                bus,
                draft.description(),
                draft.pattern(),
                Objects.requireNonNullElse(draft.retentionDays(), 0),
                clock.instant());
        store.transactions().change(tx -> {
            BusNames.require(tx, store.buses(), scope, bus);
            if (store.archives().find(tx, scope, name) != null) {
                throw EventRefusals.exists("Archive " + name + " already exists.");
            }
            if (store.archives().all(tx, scope).size() >= MOST_ARCHIVES) {
                throw EventRefusals.tooMany("an account has at most " + MOST_ARCHIVES + " archives");
            }
            save(tx, archive);
        });
        return archive;
    }

    /** Changes what the draft says; a shorter time takes effect within an hour. */
    public Archive update(AccountRegion scope, String name, Draft draft) {
        requireValid(draft.pattern());
        return store.transactions().write(tx -> {
            Archive known = require(tx, scope, name).archive();
            var changed = new Archive(
                    scope,
                    known.id(),
                    name,
                    known.bus(),
                    draft.description() == null ? known.description() : draft.description(),
                    draft.pattern() == null ? known.pattern() : draft.pattern(),
                    draft.retentionDays() == null ? known.retentionDays() : draft.retentionDays(),
                    known.createdAt());
            save(tx, changed);
            return changed;
        });
    }

    public Holding describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> require(tx, scope, name));
    }

    /** Deletes the archive and what it holds. */
    public void delete(AccountRegion scope, String name) {
        store.transactions().change(tx -> {
            Archive archive = require(tx, scope, name).archive();
            store.archives().remove(tx, archive);
            store.book().renew(tx, scope, archive.bus());
            tx.afterCommit(sweep);
        });
    }

    /** The archives that fit the filter; the sort key is the name. */
    public Page<Holding> list(AccountRegion scope, Filter filter, PageRequest page) {
        requireOne("ListArchives", filter.state(), filter.sourceArn(), filter.prefix());
        String after = page.after();
        List<Holding> rest = store
                .transactions()
                .<List<Holding>>read(tx -> store.archives().all(tx, scope))
                .stream()
                .filter(each -> filter.fits(each.archive()))
                .filter(each -> after == null || each.archive().name().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(rest, page.limit(), each -> each.archive().name());
    }

    /** Refuses more than one filter. */
    static void requireOne(
            String operation, @Nullable String state, @Nullable String sourceArn, @Nullable String prefix) {
        int given = (state == null ? 0 : 1) + (sourceArn == null ? 0 : 1) + (prefix == null ? 0 : 1);
        if (given > 1) {
            throw EventRefusals.invalid("At most one filter is allowed for " + operation
                    + ". Use either : State, EventSourceArn, or NamePrefix.");
        }
    }

    private void save(Tx tx, Archive archive) {
        store.archives().put(tx, archive);
        store.book().renew(tx, archive.scope(), archive.bus());
    }

    private Holding require(Tx tx, AccountRegion scope, String name) {
        Holding known = store.archives().find(tx, scope, name);
        if (known == null) {
            throw EventRefusals.missing("Archive " + name + " does not exist.");
        }
        return known;
    }

    private void requireValid(@Nullable String pattern) {
        if (pattern == null) {
            return;
        }
        String problem = pattern.length() > LONGEST_PATTERN
                ? "it has more than " + LONGEST_PATTERN + " characters"
                : patterns.problem(pattern);
        if (problem != null) {
            throw EventRefusals.invalidPattern(problem);
        }
    }
}
