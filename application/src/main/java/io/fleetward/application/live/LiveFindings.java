// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import io.fleetward.application.hub.HubListener;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Tells of findings, wherever they are seen: in their own account, its administrator's, and regions that aggregate. */
public final class LiveFindings implements HubListener {
    private final HubStores stores;
    private final LiveEvents live;
    private final InstantSource clock;

    public LiveFindings(HubStores stores, LiveEvents live, InstantSource clock) {
        this.stores = stores;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Consumer<Tx> onWriting(AccountRegion scope, List<Finding> findings) {
        return live.isWatched() ? tx -> tell(tx, scope, findings) : tx -> {};
    }

    private void tell(Tx tx, AccountRegion scope, List<Finding> findings) {
        for (AccountRegion told : stores.scopes().eventScopes(tx, scope)) {
            if (live.isWatched(told)) {
                List<LiveEvent> events = events(findings);
                tx.afterCommit(() -> events.forEach(event -> live.publish(told, event)));
            }
        }
    }

    private List<LiveEvent> events(List<Finding> findings) {
        Instant now = clock.instant();
        return findings.stream()
                .map(finding -> new LiveEvent(LiveKind.FINDING, finding.id(), change(finding), now))
                .toList();
    }

    private static String change(Finding finding) {
        return finding.recordState() == RecordState.ARCHIVED ? "archived" : "changed";
    }
}
