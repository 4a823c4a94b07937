// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.Timers;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries rules and suppressions to findings that are stored already, in the background, and takes suppressions back.
 *
 * <p>Thread-safe. The store is the queue. Each batch is one transaction that looks whether it is still wanted, changes
 * the findings with their history, and notes how far it came: after a restart the work goes on there, and no finding is
 * changed or told of twice.
 */
public final class FindingAutomation {
    private final List<StoredFindingWork> kinds;
    private final TenantWork work;
    private final Background background;
    private final Map<AccountRegion, Timers.Timer> alarms = new ConcurrentHashMap<>();

    public FindingAutomation(
            Transactions transactions,
            HubStores stores,
            HubChanges changes,
            Retention retention,
            Background background) {
        var writer = new FindingWriter(stores, changes, retention);
        this.background = background;
        this.kinds = List.of(
                new RuleApplicationWork(transactions, stores, writer, background.clock()),
                new SuppressionWork(transactions, stores, writer, background.clock(), background.ids()));
        this.work = new TenantWork("finding-automation-interrupted", background, new Queue());
    }

    /** Takes up what was in progress when the process ended. */
    public void start() {
        kinds.stream().flatMap(kind -> kind.scopes().stream()).distinct().forEach(this::wake);
    }

    /** Has what there is to do for the account and region done, if that is not already happening. */
    void wake(AccountRegion scope) {
        work.wake(scope);
    }

    /** Looks again when something is due, instead of whatever was expected before. */
    private void expect(AccountRegion scope) {
        Instant due = null;
        for (StoredFindingWork kind : kinds) {
            Instant next = kind.nextDue(scope);
            due = due == null || (next != null && next.isBefore(due)) ? next : due;
        }
        Timers.Timer alarm = due == null ? null : background.timers().at(due, () -> wake(scope));
        Timers.Timer before = alarm == null ? alarms.remove(scope) : alarms.put(scope, alarm);
        if (before != null) {
            before.cancel();
        }
    }

    private final class Queue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return kinds.stream().anyMatch(kind -> kind.isWaiting(scope));
        }

        @Override
        public void workOff(AccountRegion scope) {
            for (StoredFindingWork kind : kinds) {
                while (kind.isWaiting(scope)) {
                    kind.goOn(scope);
                }
            }
            expect(scope);
        }
    }
}
