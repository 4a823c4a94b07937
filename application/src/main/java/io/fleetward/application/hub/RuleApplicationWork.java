// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingChange.Source;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies rules to stored findings, an administrator's to those of members as well: the applications of an account and
 * region one after the other, the oldest first.
 */
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
        var request = new PageRequest(BATCH, application.position());
        Page<OwnedFinding> page = transactions.read(
                tx -> stores.findings().search(tx, stores.scopes().ofRegion(tx, scope), query, request));
        Map<AccountRegion, List<FindingKey>> keys = page.items().stream()
                .collect(groupingBy(
                        OwnedFinding::owner, mapping(owned -> owned.finding().key(), toList())));
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
            int matched = 0;
            int changed = 0;
            for (AccountRegion owner : stores.scopes().ofRegion(tx, scope)) {
                List<FindingKey> owned = keys.getOrDefault(owner, List.of());
                List<StoredFinding> met = stores.findings().find(tx, owner, owned).values().stream()
                        .filter(stored -> filter.matches(stored.finding()))
                        .toList();
                matched += met.size();
                changed += apply(tx, owner, met, new Rule(scope, current));
            }
            applications().put(tx, scope, current.advanced(page.next(), matched, changed, now()));
        });
    }

    @Override
    public List<AccountRegion> scopes() {
        return transactions.read(applications()::scopesInProgress);
    }

    /** A rule that is being applied, and whose it is. */
    private record Rule(AccountRegion keeper, RuleApplication application) {
        String arn() {
            return AutomationRuleArns.of(keeper, application.ruleId());
        }
    }

    private @Nullable RuleApplication next(AccountRegion scope) {
        List<RuleApplication> waiting = transactions.read(tx -> applications().inProgress(tx, scope));
        return waiting.isEmpty() ? null : waiting.getFirst();
    }

    /** Gives the findings the rule's values; answers how many that changed. */
    private int apply(Tx tx, AccountRegion owner, List<StoredFinding> findings, Rule rule) {
        var source = new Source(Call.BATCH_UPDATE_FINDINGS, rule.arn());
        var results = new ArrayList<HubChange>();
        var history = new ArrayList<FindingChange>();
        for (StoredFinding before : findings) {
            StoredFinding after = rule.application().action().applyIfNew(before, now());
            if (after != null) {
                var change = new HubChange.Updated(before, after);
                results.add(change);
                FindingWriter.record(history, change, now(), source);
            }
        }
        writer.write(tx, owner, results, history);
        return results.size();
    }

    private RuleApplications applications() {
        return stores.automation().applications();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
