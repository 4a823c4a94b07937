// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.rule.PatternLanguage;
import io.fleetward.application.events.rule.PatternLanguage.EventMatcher;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The archives of all buses, as last committed, so that an event of a bus without any costs no query.
 *
 * <p>Thread-safe. Whoever changes archives renews the book in the same transaction.
 */
public final class ArchiveBook {
    /** The member of an event that was replayed; such an event is not kept again. */
    static final String REPLAY_NAME = "replay-name";

    private final Archives archives;
    private final PatternLanguage patterns;
    private final ConcurrentMap<BusKey, BusArchives> buses = new ConcurrentHashMap<>();

    private record BusKey(AccountRegion scope, String bus) {
        static BusKey of(Archive archive) {
            return new BusKey(archive.scope(), archive.bus());
        }
    }

    /** The archives of one bus by name. */
    private record BusArchives(Map<String, Archive> byName, EventMatcher matcher) {}

    public ArchiveBook(Archives archives, PatternLanguage patterns) {
        this.archives = archives;
        this.patterns = patterns;
    }

    /** Reads all archives; called before the first event. */
    public void load(Transactions transactions) {
        transactions.<List<Holding>>read(archives::all).stream()
                .map(Holding::archive)
                .collect(Collectors.groupingBy(BusKey::of))
                .forEach((bus, ofBus) -> buses.put(bus, bound(ofBus)));
    }

    /** Shows what this transaction leaves of the bus's archives, once that is durable. */
    void renew(Tx tx, AccountRegion scope, String bus) {
        List<Archive> now = archives.all(tx, scope).stream()
                .map(Holding::archive)
                .filter(archive -> archive.bus().equals(bus))
                .toList();
        tx.afterCommit(() -> {
            var key = new BusKey(scope, bus);
            if (now.isEmpty()) {
                buses.remove(key);
            } else {
                buses.put(key, bound(now));
            }
        });
    }

    /** Whether the bus has an archive. */
    public boolean isListening(AccountRegion scope, String bus) {
        return buses.containsKey(new BusKey(scope, bus));
    }

    /** The archives that keep the event. */
    List<Archive> matching(AccountRegion scope, String bus, ObjectNode event) {
        BusArchives ofBus = buses.get(new BusKey(scope, bus));
        if (ofBus == null) {
            return List.of();
        }
        Set<String> names = ofBus.matcher().matches(event);
        return ofBus.byName().values().stream()
                .filter(archive -> names.contains(archive.name()))
                .toList();
    }

    private BusArchives bound(List<Archive> ofBus) {
        var byName = new LinkedHashMap<String, Archive>();
        var texts = new LinkedHashMap<String, String>();
        for (Archive archive : ofBus) {
            byName.put(archive.name(), archive);
            texts.put(archive.name(), withoutReplayed(archive));
        }
        return new BusArchives(byName, patterns.compile(texts));
    }

    private static String withoutReplayed(Archive archive) {
        ObjectNode pattern = archive.pattern() == null
                ? JsonNodeFactory.instance.objectNode()
                : (ObjectNode) JsonMapper.shared().readTree(archive.pattern());
        pattern.putArray(REPLAY_NAME).addObject().put("exists", false);
        return pattern.toString();
    }
}
