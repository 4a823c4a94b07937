// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.CorrelationJudge;
import io.fleetward.hub.correlation.CorrelationOutcome;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.CorrelationSet;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells what a rule would find in what is stored, before it does. Thread-safe. */
public final class CorrelationTrials {
    private static final int PAGE = 500;

    /** How many pages of findings are looked at in all. */
    private static final int MOST_PAGES = 60;

    private final Transactions transactions;
    private final HubStores hub;
    private final CorrelationStores stores;
    private final CorrelationRecorder recorder;

    public CorrelationTrials(
            Transactions transactions, HubStores hub, CorrelationStores stores, CorrelationRecorder recorder) {
        this.transactions = transactions;
        this.hub = hub;
        this.stores = stores;
        this.recorder = recorder;
    }

    /**
     * What a rule would find.
     *
     * @param resources on how many resources
     * @param isComplete whether all findings were looked at, so that the number is not a lower bound
     * @param examples some of the findings it would make
     */
    public record Preview(int resources, boolean isComplete, List<ObjectNode> examples) {
        public Preview {
            examples = List.copyOf(examples);
        }
    }

    /** What such a rule would find now; nothing is changed. */
    public Preview preview(CallContext context, CorrelationRuleDraft draft, int examples) {
        var outcome = new CorrelationOutcome("{resource}", SeverityLabel.HIGH, List.of("Unusual Behaviors"));
        var settings = new CorrelationRule.Settings("preview", "", draft.newQuestion(), outcome);
        String caller = context.caller().arn();
        var rule = CorrelationRule.create("preview", settings, CorrelationRule.Status.ENABLED, context.at(), caller);
        return new Trial(context, rule).run(examples);
    }

    /** What this rule would find now, whether or not it is enabled. */
    public Preview preview(CallContext context, String ruleId, int examples) {
        CorrelationRule rule = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, hub.hubs(), context.scope());
            return stores.rules().find(tx, context.scope(), ruleId);
        });
        if (rule == null || rule.isDeleted()) {
            throw HubRefusals.notFound();
        }
        return new Trial(context, rule).run(examples);
    }

    /** A rule that sees what is stored for the first time. */
    private final class Trial {
        private final CallContext context;
        private final CorrelationRule rule;
        private final Instant now;
        private final CorrelationSet.Active active;
        private final CorrelationJudge judge;
        private final LinkedHashMap<Correlation.Key, Correlation> rows = new LinkedHashMap<>();
        private int pages;

        Trial(CallContext context, CorrelationRule rule) {
            this.context = context;
            this.rule = rule;
            this.now = context.at().truncatedTo(ChronoUnit.MILLIS);
            this.active = CorrelationSet.active(rule, now);
            this.judge = new CorrelationJudge(context.scope(), rule, now);
        }

        Preview run(int examples) {
            boolean isComplete = true;
            for (int part = 0; part < rule.question().parts().size(); part++) {
                isComplete &= show(part);
            }
            List<ObjectNode> found = rows.values().stream()
                    .map(Correlation::told)
                    .filter(Objects::nonNull)
                    .toList();
            return new Preview(
                    found.size(), isComplete, found.stream().limit(examples).toList());
        }

        /** Shows the findings of a part; answers whether these were all. */
        private boolean show(int part) {
            var query = new FindingQuery(active.filter(part), FindingOrder.STANDARD);
            String after = null;
            do {
                if (pages == MOST_PAGES) {
                    return false;
                }
                pages++;
                after = show(query, new PageRequest(PAGE, after));
            } while (after != null);
            return true;
        }

        private @Nullable String show(FindingQuery query, PageRequest request) {
            return transactions.read(tx -> {
                HubRefusals.requireEnabled(tx, hub.hubs(), context.scope());
                Page<Finding> page = hub.findings().search(tx, context.scope(), query, request);
                recorder.look(tx, context.scope(), List.of(active), page.items())
                        .byKey()
                        .forEach(this::judge);
                return page.next();
            });
        }

        private void judge(Correlation.Key key, Seen.OnResource here) {
            Correlation before = rows.getOrDefault(key, Correlation.empty(key.ruleId(), here.resource()));
            rows.put(key, judge.judge(before, here.sightings()).after());
        }
    }
}
