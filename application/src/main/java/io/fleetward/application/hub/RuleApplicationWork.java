// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.ingest.HubChange;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies rules to stored findings: the applications of an account and region one after the other, the oldest first. */
final class RuleApplicationWork implements StoredFindingWork {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingWriter writer;
    private final InstantSource clock;

    RuleApplicationWork(Transactions transactions, HubStores stores, FindingWriter writer, InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public boolean isWaiting(AccountRegion scope) {
        return next(scope) != null;
    }

    @Override
    public void goOn(AccountRegion scope) {
        RuleApplication application = next(scope);
        if (application == null) {
            return;
        }
        FindingFilter filter = application.filter();
        var query = new FindingQuery(filter, FindingOrder.FINGERPRINT);
        Page<Finding> page = transactions.read(
                tx -> stores.findings().search(tx, scope, query, new PageRequest(BATCH, application.position())));
        List<FindingKey> keys = page.items().stream().map(Finding::key).toList();
        transactions.change(tx -> {
            RuleApplication current = applications().find(tx, scope, application.id());
            if (current == null || !current.isInProgress()) {
                return;
            }
            Hub hub = stores.hubs().find(tx, scope);
            if (hub == null || !hub.isEnabled()) {
                applications().put(tx, scope, current.canceled(now()));
                return;
            }
            List<StoredFinding> met = stores.findings().find(tx, scope, keys).values().stream()
                    .filter(stored -> filter.matches(stored.finding()))
                    .toList();
            int changed = apply(tx, scope, current, met);
            applications().put(tx, scope, current.advanced(page.next(), met.size(), changed, now()));
        });
    }

    @Override
    public List<AccountRegion> scopes() {
        return transactions.read(applications()::scopesInProgress);
    }

    private @Nullable RuleApplication next(AccountRegion scope) {
        List<RuleApplication> waiting = transactions.read(tx -> applications().inProgress(tx, scope));
        return waiting.isEmpty() ? null : waiting.getFirst();
    }

    /** Gives the findings the rule's values; answers how many that changed. */
    private int apply(Tx tx, AccountRegion scope, RuleApplication application, List<StoredFinding> findings) {
        var source = new Source(Call.BATCH_UPDATE_FINDINGS, AutomationRuleArns.of(scope, application.ruleId()));
        var results = new ArrayList<HubChange>();
        var history = new ArrayList<FindingChange>();
        for (StoredFinding before : findings) {
            StoredFinding after = application.action().applyIfNew(before, now());
            if (after != null) {
                var change = new HubChange.Updated(before, after);
                results.add(change);
                FindingWriter.record(history, change, now(), source);
            }
        }
        writer.write(tx, scope, results, history);
        return results.size();
    }

    private RuleApplications applications() {
        return stores.automation().applications();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
