// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.EventsError;
import io.fleetward.application.events.BusNames;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.ArchivedEvents.Position;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts, shows and cancels replays (hub, event bus API). Thread-safe. */
public final class ReplayAdministration {
    /** Replays of an account that may be in progress at once. */
    static final int MOST_IN_PROGRESS = 10;

    private final ArchiveStore store;
    private final RuleBook rules;
    private final Runnable wakeRunner;
    private final InstantSource clock;

    /** What is to be replayed, to whom. Immutable. */
    public record Order(
            @Nullable String description,
            String archiveArn,
            Instant from,
            Instant until,
            String busArn,
            List<String> filterArns) {
        public Order {
            filterArns = List.copyOf(filterArns);
        }
    }

    /** Which replays a list shows: at most one of them is given. Immutable. */
    public record Filter(
            @Nullable String prefix,
            @Nullable String sourceArn,
            @Nullable String state) {
        boolean fits(Replay replay) {
            return (prefix == null || replay.name().startsWith(prefix))
                    && (sourceArn == null || replay.source().toString().equals(sourceArn))
                    && (state == null || state.equals(replay.state().name()));
        }
    }

    /** @param wakeRunner called, after the commit, when there is something to do; must not block */
    public ReplayAdministration(ArchiveStore store, RuleBook rules, Runnable wakeRunner, InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.wakeRunner = wakeRunner;
        this.clock = clock;
    }

    /** Starts a replay of a new name; it goes on in the background. */
    public Replay start(AccountRegion scope, String name, Order order) {
        String bus = busIn(scope, order.busArn());
        String archive = archiveIn(scope, order.archiveArn());
        if (!order.from().isBefore(order.until())) {
            throw EventRefusals.invalidParameter("EventEndTime", "EventStartTime must be before EventEndTime.");
        }
        order.filterArns().forEach(arn -> requireRule(scope, bus, arn));
        return store.transactions().write(tx -> {
            BusNames.require(tx, store.buses(), scope, bus);
            Archive source = require(tx, scope, archive, bus);
            if (store.replays().find(tx, scope, name) != null) {
                throw EventRefusals.exists("Replay " + name + " already exists.");
            }
            requireRoom(tx, scope);
            var replay = new Replay(
                    scope,
                    name,
                    order.description(),
                    archive,
                    source.id(),
                    bus,
                    order.filterArns(),
                    order.from(),
                    order.until(),
                    Replay.State.STARTING,
                    null,
                    Position.before(order.from()),
                    clock.instant(),
                    null);
            store.replays().put(tx, replay);
            tx.afterCommit(wakeRunner);
            return replay;
        });
    }

    public Replay describe(AccountRegion scope, String name) {
        return store.transactions().read(tx -> require(tx, scope, name));
    }

    /** Calls the replay off; what was replayed stays so. */
    public Replay cancel(AccountRegion scope, String name) {
        return store.transactions().write(tx -> {
            Replay replay = require(tx, scope, name);
            if (replay.state() != Replay.State.STARTING && replay.state() != Replay.State.RUNNING) {
                throw new ApiException(
                        EventsError.ILLEGAL_STATUS, "Replay " + name + " is not in a valid state for this operation.");
            }
            Replay cancelling = replay.cancelling();
            store.replays().put(tx, cancelling);
            tx.afterCommit(wakeRunner);
            return cancelling;
        });
    }

    /** The replays that fit the filter, ended ones for ninety days; the sort key is the name. */
    public Page<Replay> list(AccountRegion scope, Filter filter, PageRequest page) {
        ArchiveAdministration.requireOne("ListReplays", filter.state(), filter.sourceArn(), filter.prefix());
        String after = page.after();
        List<Replay> rest = store
                .transactions()
                .<List<Replay>>read(tx -> store.replays().all(tx, scope))
                .stream()
                .filter(filter::fits)
                .filter(each -> after == null || each.name().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(rest, page.limit(), Replay::name);
    }

    private static String busIn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null || !arn.service().equals("events") || arn.nameOf("event-bus") == null) {
            throw EventRefusals.invalidParameter("Destination.Arn", "Must contain an event bus ARN.");
        }
        return BusNames.in(scope, text);
    }

    private static String archiveIn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        String name =
                arn != null && arn.belongsTo(scope) && arn.service().equals("events") ? arn.nameOf("archive") : null;
        if (name == null) {
            throw EventRefusals.invalidParameter("EventSourceArn", "Must contain an archive ARN.");
        }
        return name;
    }

    private Archive require(Tx tx, AccountRegion scope, String archive, String bus) {
        Holding known = store.archives().find(tx, scope, archive);
        if (known == null) {
            throw EventRefusals.invalidParameter("EventSourceArn", "Archive " + archive + " does not exist.");
        }
        if (!known.archive().bus().equals(bus)) {
            throw EventRefusals.invalidParameter("Destination.Arn", "Cross event bus replay is not permitted.");
        }
        return known.archive();
    }

    private void requireRule(AccountRegion scope, String bus, String text) {
        Arn arn = Arn.parse(text);
        RuleKey rule = arn == null ? null : RuleKey.parse(scope, arn);
        if (rule == null || !rule.bus().equals(bus) || rules.find(rule) == null) {
            throw EventRefusals.invalidParameter(
                    "Destination.FilterArns", "each must be the ARN of a rule of the destination.");
        }
    }

    private void requireRoom(Tx tx, AccountRegion scope) {
        long inProgress = store.replays().all(tx, scope).stream()
                .filter(Replay::isInProgress)
                .count();
        if (inProgress >= MOST_IN_PROGRESS) {
            throw EventRefusals.tooMany("an account has at most " + MOST_IN_PROGRESS + " replays in progress");
        }
    }

    private Replay require(Tx tx, AccountRegion scope, String name) {
        Replay replay = store.replays().find(tx, scope, name);
        if (replay == null) {
            throw EventRefusals.missing("Replay " + name + " does not exist.");
        }
        return replay;
    }
}
