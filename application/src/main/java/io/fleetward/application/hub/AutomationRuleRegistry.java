// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Use cases on automation rules: create, change, show and delete them. Thread-safe (hub, automation rules).
 *
 * <p>An administrator's rules reach its members' findings of the region; members have none to work with.
 */
public final class AutomationRuleRegistry {
    /** Rules of one account in one region (hub, quotas). */
    static final int LIMIT = 100;

    private static final int MAX_BATCH = 100;
    private static final String RULE_ARNS = "AutomationRulesArns";

    private final Transactions transactions;
    private final HubStores stores;
    private final Ids ids;

    public AutomationRuleRegistry(Transactions transactions, HubStores stores, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.ids = ids;
    }

    /** What came of a batch: what was done, and which ARNs were left out for which reason. */
    public record Outcome<T>(List<T> done, List<Unprocessed> unprocessed) {
        public Outcome {
            done = List.copyOf(done);
            unprocessed = List.copyOf(unprocessed);
        }
    }

    /**
     * A rule that was left out.
     *
     * @param code the HTTP status that the refusal would have as an answer of its own
     */
    public record Unprocessed(String ruleArn, int code, String message) {
        private static Unprocessed of(String ruleArn, ApiException refusal) {
            return new Unprocessed(ruleArn, refusal.code() == HubError.RESOURCE_NOT_FOUND ? 404 : 400, refusal.text());
        }
    }

    /** A rule and what is to change in it. */
    public record Change(String ruleArn, RuleDraft draft) {}

    /** Creates a rule, which counts for findings imported from then on; answers its ARN. */
    public String create(CallContext context, RuleDraft draft, Map<String, String> tags) {
        AccountRegion scope = context.scope();
        HubTags.check(tags);
        AutomationRule rule =
                draft.create(ids.uuid(), now(context), context.caller().arn(), tags);
        return transactions.write(tx -> {
            requireGovernor(tx, scope);
            if (rules().all(tx, scope).size() >= LIMIT) {
                throw new ApiException(
                        HubError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " automation rules");
            }
            rules().put(tx, scope, rule);
            rules().setVersion(tx, scope, ids.uuid());
            return AutomationRuleArns.of(scope, rule.id());
        });
    }

    /** The rules with these ARNs, in their order. */
    public Outcome<AutomationRule> get(CallContext context, List<String> ruleArns) {
        requireBatch(RULE_ARNS, ruleArns.size());
        return transactions.read(tx -> {
            requireGovernor(tx, context.scope());
            var found = new ArrayList<AutomationRule>();
            var unprocessed = new ArrayList<Unprocessed>();
            for (String arn : new LinkedHashSet<>(ruleArns)) {
                AutomationRule rule = find(tx, context.scope(), arn);
                if (rule == null) {
                    unprocessed.add(Unprocessed.of(arn, HubRefusals.notFound()));
                } else {
                    found.add(rule);
                }
            }
            return new Outcome<>(found, unprocessed);
        });
    }

    /** Changes what is given of each rule; a change that is wrong is left out alone. Answers the ARNs of the changed. */
    public Outcome<String> update(CallContext context, List<Change> changes) {
        requireBatch("UpdateAutomationRulesRequestItems", changes.size());
        AccountRegion scope = context.scope();
        return transactions.write(tx -> {
            requireGovernor(tx, scope);
            var done = new LinkedHashSet<String>();
            var unprocessed = new ArrayList<Unprocessed>();
            for (Change change : changes) {
                try {
                    AutomationRule rule = find(tx, scope, change.ruleArn());
                    if (rule == null) {
                        throw HubRefusals.notFound();
                    }
                    rules().put(tx, scope, change.draft().change(rule, now(context)));
                    done.add(change.ruleArn());
                } catch (ApiException refusal) {
                    unprocessed.add(Unprocessed.of(change.ruleArn(), refusal));
                }
            }
            return changed(tx, scope, done, unprocessed);
        });
    }

    /** Deletes the rules; what they did to findings stays. Answers the ARNs of the deleted. */
    public Outcome<String> delete(CallContext context, List<String> ruleArns) {
        requireBatch(RULE_ARNS, ruleArns.size());
        AccountRegion scope = context.scope();
        return transactions.write(tx -> {
            requireGovernor(tx, scope);
            var done = new LinkedHashSet<String>();
            var unprocessed = new ArrayList<Unprocessed>();
            for (String arn : new LinkedHashSet<>(ruleArns)) {
                String id = AutomationRuleArns.id(scope, arn);
                if (id != null && rules().remove(tx, scope, id)) {
                    done.add(arn);
                } else {
                    unprocessed.add(Unprocessed.of(arn, HubRefusals.notFound()));
                }
            }
            return changed(tx, scope, done, unprocessed);
        });
    }

    /** The rules in the order in which they apply; the keyset is the place in that order. */
    public Page<AutomationRule> list(CallContext context, PageRequest page) {
        List<AutomationRule> all = transactions.read(tx -> {
            requireGovernor(tx, context.scope());
            return rules().all(tx, context.scope());
        });
        String after = page.after();
        List<AutomationRule> rest = all.stream()
                .sorted(AutomationRule.IN_ORDER)
                .filter(rule -> after == null || place(rule).compareTo(after) > 0)
                .toList();
        return Page.cut(rest, page.limit(), AutomationRuleRegistry::place);
    }

    private Outcome<String> changed(Tx tx, AccountRegion scope, Set<String> done, List<Unprocessed> unprocessed) {
        if (!done.isEmpty()) {
            rules().setVersion(tx, scope, ids.uuid());
        }
        return new Outcome<>(List.copyOf(done), unprocessed);
    }

    private @Nullable AutomationRule find(Tx tx, AccountRegion scope, String arn) {
        String id = AutomationRuleArns.id(scope, arn);
        return id == null ? null : rules().find(tx, scope, id);
    }

    private void requireGovernor(Tx tx, AccountRegion scope) {
        HubRefusals.requireEnabled(tx, stores.hubs(), scope);
        AccountRegion governor = stores.scopes().governor(tx, scope);
        if (!governor.equals(scope)) {
            throw HubRefusals.denied(
                    "The automation rules of administrator " + governor.account() + " apply to its members.");
        }
    }

    private AutomationRules rules() {
        return stores.automation().rules();
    }

    /** Texts in the order of the rules. */
    private static String place(AutomationRule rule) {
        return String.format(
                Locale.ROOT, "%04d/%015d/%s", rule.order(), rule.updatedAt().toEpochMilli(), rule.id());
    }

    private static void requireBatch(String member, int size) {
        if (size < 1 || size > MAX_BATCH) {
            throw HubRefusals.invalid(member, "data." + member + " should have 1 to " + MAX_BATCH + " items");
        }
    }

    private static Instant now(CallContext context) {
        return context.at().truncatedTo(ChronoUnit.MILLIS);
    }
}
