// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.events.InMemoryEventBuses;
import io.fleetward.application.events.archive.ArchiveBook;
import io.fleetward.application.events.archive.ArchiveKeeper;
import io.fleetward.application.events.archive.ArchiveStore;
import io.fleetward.application.events.archive.BusAudience;
import io.fleetward.application.events.archive.InMemoryArchivedEvents;
import io.fleetward.application.events.archive.InMemoryArchives;
import io.fleetward.application.events.archive.InMemoryReplays;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.rule.FlatPatterns;
import io.fleetward.application.events.rule.HttpParameters;
import io.fleetward.application.events.rule.InMemoryEventRules;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleAdministration;
import io.fleetward.application.events.rule.RuleBook;
import io.fleetward.application.events.rule.RuleDraft;
import io.fleetward.application.events.rule.RuleStore;
import io.fleetward.application.events.rule.RuleTarget;
import io.fleetward.application.events.rule.TargetAdministration;
import io.fleetward.application.events.rule.TargetInput;
import io.fleetward.application.registry.tag.InMemoryTags;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Everything of the event bus in memory, on a virtual clock, with a target that does as a test says. */
public final class EventFixture {
    public static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");
    public static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:alarms";

    public final VirtualClock clock = VirtualClock.atStart();
    public final VirtualTimers timers = new VirtualTimers(clock);
    public final InMemoryTransactions transactions = new InMemoryTransactions();
    public final InMemoryEventBuses buses = new InMemoryEventBuses();
    public final InMemoryEventRules rows = new InMemoryEventRules();
    public final RuleBook book = new RuleBook(rows, new FlatPatterns());
    public final RuleStore ruleStore = new RuleStore(transactions, buses, rows, new InMemoryTags(), book);
    public final RuleAdministration rules = new RuleAdministration(ruleStore, new FlatPatterns());
    public final DeliveryStore store = DeliveryStores.inMemory(transactions);
    public final TargetAdministration targets = new TargetAdministration(ruleStore, store::forget);
    public final Ids ids = new Ids(new Random(1));
    public final List<Letter> sent = new ArrayList<>();
    public Function<Letter, SendOutcome> behavior = letter -> new SendOutcome.Delivered("ok");
    public final InMemoryArchives archives = new InMemoryArchives();
    public final ArchiveBook archiveBook = new ArchiveBook(archives, new FlatPatterns());
    public final ArchiveStore archiveStore = new ArchiveStore(
            transactions, buses, archives, new InMemoryArchivedEvents(archives), new InMemoryReplays(), archiveBook);
    public final EventQueue queue =
            new EventQueue(store.queue(), new BusAudience(book, archiveBook), () -> {}, clock, ids);
    public final LaneWorker lanes = new LaneWorker(
            store, book, this::send, new LaneWorker.Surroundings(new DirectJobs(), timers, clock, new Random(1)));
    public final EventRouter router =
            new EventRouter(store, new LaneFinder(book), new ArchiveKeeper(archiveStore), lanes::wake, timers, clock);
    public final EventPublishing publishing = new EventPublishing(transactions, buses, queue, clock, ids);
    public final TargetTrials trials = new TargetTrials(targets, store, this::send, clock, ids);

    /** Takes the letter as {@link #behavior} says. */
    public SendOutcome send(Letter letter) {
        sent.add(letter);
        return behavior.apply(letter);
    }

    /** Hands what is queued to lanes and archives. */
    public void route() {
        router.routeAll();
    }

    /** A rule of the default bus for events of a source, with one target. */
    public void rule(String name, String source, RetryPolicy retry) {
        rules.put(
                SCOPE,
                new RuleDraft(null, name, "{\"source\":[\"" + source + "\"]}", null, true, null, null, Map.of()));
        targets.put(SCOPE, null, name, List.of(target("hook", retry)));
    }

    public static RuleTarget target(String id, RetryPolicy retry) {
        return new RuleTarget(id, TOPIC, null, new TargetInput.WholeEvent(), retry, HttpParameters.NONE);
    }

    /** Puts an event of the source; answers its id. */
    public String put(String source) {
        var entry = new EventPublishing.Entry(null, source, List.of(), "Something", "{\"n\":1}", null);
        var receipt = publishing.put(SCOPE, List.of(entry)).getFirst();
        return ((EventPublishing.Receipt.Taken) receipt).eventId();
    }
}
