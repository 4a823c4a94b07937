// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import static io.fleetward.application.registry.RegistryRefusals.invalid;
import static io.fleetward.application.registry.RegistryRefusals.notFound;

import io.fleetward.application.registry.thing.ThingFilter;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.query.IndexedThing;
import io.fleetward.registry.query.IndexingMode;
import io.fleetward.registry.query.ThingQuery;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroupName;
import io.fleetward.registry.thing.ThingName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds things by what the registry says of them (iot-core, fleet index).
 *
 * <p>Thread-safe. Deviation: the registry itself is searched, so the index is never behind. One call looks at a bounded
 * number of things: a page of a rare kind may hold few of them, or none, and still be followed by another.
 */
public final class FleetIndex {
    /** The name of the index of things. */
    public static final String THINGS = "AWS_Things";

    /** How many things are read at once. */
    private static final int BATCH = 500;
    /** How many batches one call looks at. */
    private static final int BATCHES_PER_CALL = 20;

    private final Transactions transactions;
    private final ThingStores stores;
    private final IndexingModes modes;

    public FleetIndex(Transactions transactions, ThingStores stores, IndexingModes modes) {
        this.transactions = transactions;
        this.stores = stores;
        this.modes = modes;
    }

    public IndexingMode mode(AccountRegion scope) {
        return transactions.read(tx -> modes.find(tx, scope));
    }

    /** Switches indexing on or off; off only while there are no dynamic groups. */
    public void setMode(AccountRegion scope, IndexingMode mode) {
        transactions.change(tx -> {
            if (mode == IndexingMode.OFF && !stores.groups().dynamic(tx, scope).isEmpty()) {
                throw invalid("thingIndexingConfiguration.thingIndexingMode cannot be OFF while there are dynamic"
                        + " thing groups");
            }
            modes.put(tx, scope, mode);
        });
    }

    /** The names of the indices that are on. */
    public List<String> names(AccountRegion scope) {
        return mode(scope) == IndexingMode.OFF ? List.of() : List.of(THINGS);
    }

    /** The things that fit the query, with all their groups, by name; the sort key is the name. */
    public Page<IndexedThing> search(AccountRegion scope, String queryText, PageRequest page) {
        return transactions.read(tx -> {
            if (modes.find(tx, scope) == IndexingMode.OFF) {
                throw notFound("Index", THINGS);
            }
            return search(tx, scope, ThingQueries.parse(queryText), page);
        });
    }

    private Page<IndexedThing> search(Tx tx, AccountRegion scope, ThingQuery query, PageRequest page) {
        var found = new ArrayList<IndexedThing>();
        String after = page.after();
        for (int batch = 0; batch < BATCHES_PER_CALL && found.size() <= page.limit(); batch++) {
            Page<Thing> read = stores.things().list(tx, scope, ThingFilter.ALL, new PageRequest(BATCH, after));
            indexed(tx, scope, read.items()).stream().filter(query::matches).forEach(found::add);
            after = read.next();
            if (after == null) {
                break;
            }
        }
        return found.size() > page.limit()
                ? Page.cut(found, page.limit(), thing -> thing.thing().name().value())
                : new Page<>(found, after);
    }

    private List<IndexedThing> indexed(Tx tx, AccountRegion scope, List<Thing> things) {
        Map<ThingName, List<ThingGroupName>> groups = stores.members()
                .groupNames(tx, scope, things.stream().map(Thing::name).toList());
        return things.stream()
                .map(thing -> new IndexedThing(thing, groups.getOrDefault(thing.name(), List.of())))
                .toList();
    }
}
