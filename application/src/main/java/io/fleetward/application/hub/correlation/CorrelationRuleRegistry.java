// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.hub.HubRefusals;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.CorrelationRule.Status;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Use cases on correlation rules: create, show, change and delete them. Thread-safe. */
public final class CorrelationRuleRegistry {
    /** Rules of one account in one region, deleted ones whose findings are still being archived among them. */
    static final int LIMIT = 100;

    private final Transactions transactions;
    private final HubStores hub;
    private final CorrelationStores stores;
    private final CorrelationEvaluation evaluation;
    private final Ids ids;

    public CorrelationRuleRegistry(
            Transactions transactions,
            HubStores hub,
            CorrelationStores stores,
            CorrelationEvaluation evaluation,
            Ids ids) {
        this.transactions = transactions;
        this.hub = hub;
        this.stores = stores;
        this.evaluation = evaluation;
        this.ids = ids;
    }

    /**
     * A rule as it stands.
     *
     * @param arn what its findings name as their origin
     * @param openFindings how many findings it has that it is to archive
     */
    public record View(CorrelationRule rule, String arn, int openFindings) {}

    /** Creates a rule, which sees what is written from then on, and soon what is stored. */
    public View create(CallContext context, CorrelationRuleDraft draft) {
        AccountRegion scope = context.scope();
        Status status = draft.status() == null ? Status.ENABLED : draft.status();
        CorrelationRule rule = CorrelationRule.create(
                ids.uuid(),
                draft.settings(),
                status,
                now(context),
                context.caller().arn());
        return transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, hub.hubs(), scope);
            if (stores.rules().all(tx, scope).size() >= LIMIT) {
                throw new ApiException(
                        HubError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " correlation rules");
            }
            stores.rules().put(tx, scope, rule);
            evaluation.changed(tx, scope);
            return view(tx, scope, rule);
        });
    }

    /** The rule with this id. */
    public View describe(CallContext context, String ruleId) {
        return transactions.read(tx -> view(tx, context.scope(), require(tx, context, ruleId)));
    }

    /** All rules, the oldest first; the keyset is the place in that order. */
    public Page<View> list(CallContext context, PageRequest page) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, hub.hubs(), context.scope());
            List<CorrelationRule> all = stores.rules().all(tx, context.scope()).stream()
                    .filter(rule -> !rule.isDeleted())
                    .toList();
            String after = page.after();
            List<CorrelationRule> rest = after == null
                    ? all
                    : all.stream()
                            .filter(rule -> place(rule).compareTo(after) > 0)
                            .toList();
            return Page.cut(rest, page.limit(), CorrelationRuleRegistry::place)
                    .map(rule -> view(tx, context.scope(), rule));
        });
    }

    /** Changes what the draft says; a rule that asks something else or is switched off takes its findings back. */
    public View update(CallContext context, String ruleId, CorrelationRuleDraft draft) {
        return transactions.write(tx -> {
            CorrelationRule before = require(tx, context, ruleId);
            Status status = draft.status() == null ? before.status() : draft.status();
            CorrelationRule after = before.changed(draft.settings(before.settings()), status, now(context));
            stores.rules().put(tx, context.scope(), after);
            evaluation.changed(tx, context.scope());
            return view(tx, context.scope(), after);
        });
    }

    /** Deletes the rule; its findings are archived soon. */
    public void delete(CallContext context, String ruleId) {
        transactions.change(tx -> {
            CorrelationRule before = require(tx, context, ruleId);
            stores.rules().put(tx, context.scope(), before.changed(before.settings(), Status.DELETED, now(context)));
            evaluation.changed(tx, context.scope());
        });
    }

    private CorrelationRule require(Tx tx, CallContext context, String ruleId) {
        HubRefusals.requireEnabled(tx, hub.hubs(), context.scope());
        CorrelationRule found = stores.rules().find(tx, context.scope(), ruleId);
        if (found == null || found.isDeleted()) {
            throw HubRefusals.notFound();
        }
        return found;
    }

    private View view(Tx tx, AccountRegion scope, CorrelationRule rule) {
        int open = stores.correlations().countOpen(tx, scope, rule.id());
        return new View(rule, CorrelationRule.arn(scope, rule.id()), open);
    }

    /** Texts in the order of the rules. */
    private static String place(CorrelationRule rule) {
        return String.format(Locale.ROOT, "%015d/%s", rule.createdAt().toEpochMilli(), rule.id());
    }

    private static Instant now(CallContext context) {
        return context.at().truncatedTo(ChronoUnit.MILLIS);
    }
}
