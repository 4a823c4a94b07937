// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.hub.automation.RuleCriteria;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a rule would be about before it is applied. Thread-safe. */
public final class RuleTrials {
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 100;

    private final Transactions transactions;
    private final HubStores stores;

    public RuleTrials(Transactions transactions, HubStores stores) {
        this.transactions = transactions;
        this.stores = stores;
    }

    /**
     * Stored findings that criteria match, of members as well.
     *
     * @param isComplete whether all findings were looked at, so that the number is not a lower bound
     * @param sample the latest of them
     */
    public record Preview(long matched, boolean isComplete, List<Finding> sample) {
        public Preview {
            sample = List.copyOf(sample);
        }
    }

    /** What these criteria match now; nothing is changed. */
    public Preview preview(CallContext context, ObjectNode criteria, int sampleSize) {
        return preview(context, RuleDraft.criteria(criteria), sampleSize);
    }

    /** What the criteria of this rule match now, whether or not it is enabled. */
    public Preview preview(CallContext context, String ruleArn, int sampleSize) {
        String id = AutomationRuleArns.id(context.scope(), ruleArn);
        AutomationRule rule = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return id == null ? null : stores.automation().rules().find(tx, context.scope(), id);
        });
        if (rule == null) {
            throw HubRefusals.notFound();
        }
        return preview(context, rule.criteria(), sampleSize);
    }

    private Preview preview(CallContext context, RuleCriteria criteria, int sampleSize) {
        var query = new FindingQuery(criteria.filter(context.at()), FindingOrder.STANDARD);
        var sample = new ArrayList<Finding>();
        long matched = 0;
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Page<Finding> found = page(context, query, after);
            matched += found.items().size();
            found.items().stream().limit((long) sampleSize - sample.size()).forEach(sample::add);
            after = found.next();
            if (after == null) {
                return new Preview(matched, true, sample);
            }
        }
        return new Preview(matched, false, sample);
    }

    private Page<Finding> page(CallContext context, FindingQuery query, @Nullable String after) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return stores.findings()
                    .search(tx, stores.scopes().ofRegion(tx, context.scope()), query, new PageRequest(PAGE, after))
                    .map(OwnedFinding::finding);
        });
    }
}
