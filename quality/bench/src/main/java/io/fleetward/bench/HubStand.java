// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.hub.AutomationStores;
import io.fleetward.application.hub.FindingImports;
import io.fleetward.application.hub.FindingQueries;
import io.fleetward.application.hub.HubAdministration;
import io.fleetward.application.hub.HubChanges;
import io.fleetward.application.hub.HubLinks;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.ImportReport;
import io.fleetward.application.hub.InsightStores;
import io.fleetward.application.hub.Insights;
import io.fleetward.application.hub.ProductCatalog;
import io.fleetward.application.hub.ProductIntegrations;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.Transactions;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.product.Products;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.hub.JdbcAutomationRules;
import io.fleetward.store.hub.JdbcCustomInsights;
import io.fleetward.store.hub.JdbcFindingAggregators;
import io.fleetward.store.hub.JdbcFindingGroups;
import io.fleetward.store.hub.JdbcFindingHistory;
import io.fleetward.store.hub.JdbcFindingSuppressions;
import io.fleetward.store.hub.JdbcFindings;
import io.fleetward.store.hub.JdbcHubDelegations;
import io.fleetward.store.hub.JdbcHubMembers;
import io.fleetward.store.hub.JdbcHubs;
import io.fleetward.store.hub.JdbcProductSubscriptions;
import io.fleetward.store.hub.JdbcRuleApplications;
import io.fleetward.store.hub.JdbcSuppressedFindings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** The hub of a server on a store, called as the API calls it. */
final class HubStand {
    private static final int MOST_PER_CALL = 100;

    private final AccountRegion scope;
    private final FindingImports imports;
    private final FindingQueries queries;
    private final Insights insights;

    HubStand(Transactions transactions, AccountRegion scope) {
        this.scope = scope;
        var stores = new HubStores(
                new JdbcHubs(),
                new JdbcProductSubscriptions(),
                new JdbcFindings(),
                new JdbcFindingHistory(),
                new AutomationStores(
                        new JdbcAutomationRules(),
                        new JdbcRuleApplications(),
                        new JdbcFindingSuppressions(),
                        new JdbcSuppressedFindings()),
                new HubLinks(new JdbcHubMembers(), new JdbcFindingAggregators(), new JdbcHubDelegations()));
        Products products = ProductCatalog.load();
        var changes = new HubChanges();
        imports = new FindingImports(transactions, stores, products, changes, Retention.STANDARD);
        queries = new FindingQueries(transactions, stores, Retention.STANDARD);
        insights = new Insights(
                transactions,
                stores,
                new InsightStores(new JdbcCustomInsights(), new JdbcFindingGroups()),
                new Ids(new Random(1)));
        new HubAdministration(transactions, stores).enable(call(), Map.of(), null);
        var integrations = new ProductIntegrations(transactions, stores, products, changes);
        HubFindings.PRODUCTS.forEach(product ->
                integrations.enable(call(), "arn:aws:securityhub:" + scope.region() + "::product/" + product));
    }

    /** Imports a full batch of the findings, from that number on. */
    void importBatch(HubFindings findings, int from) {
        List<ObjectNode> batch = IntStream.range(from, from + MOST_PER_CALL)
                .mapToObj(findings::finding)
                .toList();
        ImportReport report = imports.batchImport(call(), batch);
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException(
                    "finding refused: " + report.failures().getFirst());
        }
    }

    /** The first page of a hundred. */
    Page<Finding> find(HubSearches.Search search) {
        return queries.find(call(), search.filters(), search.sort(), PageRequest.first(MOST_PER_CALL));
    }

    /** Makes an insight; answers its ARN. */
    String insight(String name, ObjectNode filters, String groupBy) {
        return insights.create(call(), name, filters, groupBy);
    }

    /** The results of an insight. */
    Insights.Results results(String insightArn) {
        return insights.results(call(), insightArn);
    }

    private CallContext call() {
        String arn = scope.arn("iam", "user/admin").toString();
        return new CallContext(
                new Caller(scope, arn, "AKIABENCH", Role.ADMINISTRATOR, "192.0.2.1"), "request", Instant.now());
    }
}
