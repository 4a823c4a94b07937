// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Keeps insights and answers them. Thread-safe (hub, insights). */
public final class Insights {
    static final int MOST = 100;

    private static final int MOST_GROUPS = 100;
    private static final int LONGEST_NAME = 128;

    private final Transactions transactions;
    private final HubStores stores;
    private final InsightStores insights;
    private final ManagedInsights managed = ManagedInsights.load();
    private final Ids ids;

    public Insights(Transactions transactions, HubStores stores, InsightStores insights, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.insights = insights;
        this.ids = ids;
    }

    /**
     * An insight with its answer.
     *
     * @param groups the largest hundred, in order
     */
    public record Results(Insight insight, List<FindingGroup> groups) {}

    /** Makes an insight; answers its ARN. */
    public String create(CallContext context, String name, ObjectNode filters, String groupByAttribute) {
        AccountRegion scope = context.scope();
        String arn = scope.arn("securityhub", "insight/" + scope.account() + "/custom/" + ids.uuid())
                .toString();
        requireValid(context, name, filters);
        var insight = new Insight(arn, name, filters, grouping(groupByAttribute));
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            if (insights.custom().all(tx, scope).size() >= MOST) {
                throw new ApiException(
                        HubError.LIMIT_EXCEEDED, "The limit of " + MOST + " custom insights has been reached.");
            }
            insights.custom().save(tx, scope, insight);
        });
        return arn;
    }

    /** Changes what the edit says of a custom insight. */
    public void update(CallContext context, String arn, InsightEdit edit) {
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            Insight before = custom(tx, context.scope(), arn);
            String name = edit.name() == null ? before.name() : edit.name();
            ObjectNode filters = edit.filters() == null ? before.filters() : edit.filters();
            requireValid(context, name, filters);
            Grouping grouping = edit.groupByAttribute() == null ? before.grouping() : grouping(edit.groupByAttribute());
            insights.custom().save(tx, context.scope(), new Insight(arn, name, filters, grouping));
        });
    }

    /** Forgets a custom insight. */
    public void delete(CallContext context, String arn) {
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            insights.custom()
                    .remove(
                            tx,
                            context.scope(),
                            custom(tx, context.scope(), arn).arn());
        });
    }

    /**
     * The insights with these ARNs in the order asked for, managed ones among them; without ARNs all custom ones. The
     * keyset is the ARN.
     */
    public Page<Insight> list(CallContext context, @Nullable List<String> arns, PageRequest page) {
        List<Insight> all = transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return arns == null || arns.isEmpty()
                    ? insights.custom().all(tx, context.scope())
                    : arns.stream()
                            .distinct()
                            .map(arn -> find(tx, context.scope(), arn))
                            .toList();
        });
        List<Insight> rest = page.after() == null
                ? all
                : all.stream()
                        .dropWhile(insight -> !insight.arn().equals(page.after()))
                        .skip(1)
                        .toList();
        return Page.cut(rest, page.limit(), Insight::arn);
    }

    /** Answers an insight about the findings within the caller's sight, as things are now. */
    public Results results(CallContext context, String arn) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return results(tx, context, arn);
        });
    }

    /** Answers an insight of an enabled hub within a transaction. */
    Results results(Tx tx, CallContext context, String arn) {
        Insight insight = find(tx, context.scope(), arn);
        FindingFilter filter = FindingQueries.filter(context, insight.filters());
        var question = new FindingGroups.Question(filter, insight.grouping(), MOST_GROUPS);
        try {
            return new Results(
                    insight, insights.groups().largest(tx, stores.scopes().of(tx, context.scope()), question));
        } catch (TooManyGroupsException tooMany) {
            String attribute = insight.grouping().key().wireName();
            throw new ApiException(
                    HubError.LIMIT_EXCEEDED,
                    "The findings have too many different values of " + attribute + ": narrow the insight's filters.");
        }
    }

    private Insight find(Tx tx, AccountRegion scope, String arn) {
        Insight insight = managed.find(scope, arn);
        if (insight == null) {
            insight = insights.custom().find(tx, scope, arn);
        }
        if (insight == null) {
            throw HubRefusals.notFound();
        }
        return insight;
    }

    private Insight custom(Tx tx, AccountRegion scope, String arn) {
        if (managed.find(scope, arn) != null) {
            throw HubRefusals.invalid("InsightArn", "data.InsightArn should NOT name a managed insight");
        }
        return find(tx, scope, arn);
    }

    private static void requireValid(CallContext context, String name, ObjectNode filters) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            String rule = "data.Name should NOT be longer than " + LONGEST_NAME + " characters";
            throw HubRefusals.invalid("Name", rule);
        }
        FindingQueries.filter(context, filters);
    }

    private static Grouping grouping(String attribute) {
        Grouping grouping = Grouping.named(attribute);
        if (grouping == null) {
            String rule = "data.GroupByAttribute should name a filter attribute of strings, numbers or IP addresses";
            throw HubRefusals.invalid("GroupByAttribute", rule);
        }
        return grouping;
    }
}
