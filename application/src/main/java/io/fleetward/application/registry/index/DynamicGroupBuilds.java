// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.application.registry.thing.ThingFilter;
import io.fleetward.application.registry.thing.ThingStores;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.registry.query.DynamicGroups;
import io.fleetward.registry.thing.GroupQuery;
import io.fleetward.registry.thing.Thing;
import io.fleetward.registry.thing.ThingGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges the things that were there before a query, in the background.
 *
 * <p>Thread-safe. The groups are the queue. Each transaction judges some things by all groups of the account and region,
 * and notes how far every group that is not active yet has come: several groups are built by one walk, and after a
 * restart the work goes on where it was.
 */
public final class DynamicGroupBuilds {
    /** How many things are judged in one transaction; bounds how long others wait for the writer. */
    static final int BATCH = 100;

    private final Transactions transactions;
    private final ThingStores stores;
    private final DynamicMembers members;
    private final TenantWork work;

    public DynamicGroupBuilds(
            Transactions transactions, ThingStores stores, DynamicMembers members, Background background) {
        this.transactions = transactions;
        this.stores = stores;
        this.members = members;
        this.work = new TenantWork("dynamic-groups-interrupted", background, new Queue());
    }

    /** Takes up what was in progress when the process ended. */
    public void start() {
        transactions.read(tx -> stores.groups().unfinishedScopes(tx)).forEach(this::wake);
    }

    /** Has the groups of the account and region built, if that is not already happening. */
    void wake(AccountRegion scope) {
        work.wake(scope);
    }

    private final class Queue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return transactions.read(tx -> stores.groups().dynamic(tx, scope)).stream()
                    .anyMatch(DynamicGroupBuilds::isUnfinished);
        }

        @Override
        public void workOff(AccountRegion scope) {
            while (hasWork(scope)) {
                transactions.change(tx -> advance(tx, scope));
            }
        }
    }

    private void advance(Tx tx, AccountRegion scope) {
        List<ThingGroup> groups = stores.groups().dynamic(tx, scope);
        List<ThingGroup> unfinished =
                groups.stream().filter(DynamicGroupBuilds::isUnfinished).toList();
        if (unfinished.isEmpty()) {
            return;
        }
        Page<Thing> page =
                stores.things().list(tx, scope, ThingFilter.ALL, new PageRequest(BATCH, leastPosition(unfinished)));
        members.judge(tx, scope, DynamicGroups.of(groups), page.items());
        for (ThingGroup group : unfinished) {
            GroupQuery query = group.query();
            if (query != null && isBefore(query.position(), page.next())) {
                stores.groups().put(tx, group.with(query.reached(page.next())));
            }
        }
    }

    private static boolean isUnfinished(ThingGroup group) {
        GroupQuery query = group.query();
        return query != null && !query.isActive();
    }

    /** Whether what follows the position, up to the end, has been judged now; a position of null is the very start. */
    private static boolean isBefore(@Nullable String position, @Nullable String end) {
        return position == null || end == null || position.compareTo(end) <= 0;
    }

    private static @Nullable String leastPosition(List<ThingGroup> unfinished) {
        String least = null;
        for (ThingGroup group : unfinished) {
            GroupQuery query = group.query();
            String position = query == null ? null : query.position();
            if (position == null) {
                return null;
            }
            least = least == null || position.compareTo(least) < 0 ? position : least;
        }
        return least;
    }
}
