// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.hub.finding.Retention;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/**
 * Carries rules to findings that are stored already, in the background.
 *
 * <p>Thread-safe. The store is the queue. Each batch is one transaction that looks whether it is still wanted, changes
 * the findings with their history, and notes how far it came: after a restart the work goes on there, and no finding is
 * changed or told of twice.
 */
public final class FindingAutomation {
    private final List<StoredFindingWork> kinds;
    private final TenantWork work;

    public FindingAutomation(
            Transactions transactions,
            HubStores stores,
            HubChanges changes,
            Retention retention,
            Background background) {
        var writer = new FindingWriter(stores, changes, retention);
        this.kinds = List.of(new RuleApplicationWork(transactions, stores, writer, background.clock()));
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
        }
    }
}
