// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.events.EventSink;
import io.fleetward.application.hub.AutomationRuleRegistry;
import io.fleetward.application.hub.AutomationStores;
import io.fleetward.application.hub.CentralStores;
import io.fleetward.application.hub.CustomActionFiring;
import io.fleetward.application.hub.CustomActions;
import io.fleetward.application.hub.FindingAggregation;
import io.fleetward.application.hub.FindingAutomation;
import io.fleetward.application.hub.FindingEvents;
import io.fleetward.application.hub.FindingImportHandler;
import io.fleetward.application.hub.FindingImportUndo;
import io.fleetward.application.hub.FindingImporter;
import io.fleetward.application.hub.FindingImports;
import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.hub.FindingQueries;
import io.fleetward.application.hub.FindingRetention;
import io.fleetward.application.hub.FindingSuppressionRegistry;
import io.fleetward.application.hub.FindingTrend;
import io.fleetward.application.hub.FindingUpdates;
import io.fleetward.application.hub.HubAdministration;
import io.fleetward.application.hub.HubChanges;
import io.fleetward.application.hub.HubLinks;
import io.fleetward.application.hub.HubOrganization;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.hub.InsightStores;
import io.fleetward.application.hub.Insights;
import io.fleetward.application.hub.Invitations;
import io.fleetward.application.hub.MemberAdministration;
import io.fleetward.application.hub.OutboxFindings;
import io.fleetward.application.hub.ProductCatalog;
import io.fleetward.application.hub.ProductIntegrations;
import io.fleetward.application.hub.RuleApplicationRegistry;
import io.fleetward.application.hub.RuleTrials;
import io.fleetward.application.work.Background;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.product.Products;
import io.fleetward.store.hub.JdbcActionTargets;
import io.fleetward.store.hub.JdbcAutomationRules;
import io.fleetward.store.hub.JdbcConfigurationPolicies;
import io.fleetward.store.hub.JdbcCustomInsights;
import io.fleetward.store.hub.JdbcFindingAggregators;
import io.fleetward.store.hub.JdbcFindingGroups;
import io.fleetward.store.hub.JdbcFindingHistory;
import io.fleetward.store.hub.JdbcFindingImportRuns;
import io.fleetward.store.hub.JdbcFindingSuppressions;
import io.fleetward.store.hub.JdbcFindings;
import io.fleetward.store.hub.JdbcHubDelegations;
import io.fleetward.store.hub.JdbcHubMembers;
import io.fleetward.store.hub.JdbcHubs;
import io.fleetward.store.hub.JdbcOpenFindingsLog;
import io.fleetward.store.hub.JdbcPolicyAssociations;
import io.fleetward.store.hub.JdbcProductSubscriptions;
import io.fleetward.store.hub.JdbcRuleApplications;
import io.fleetward.store.hub.JdbcSuppressedFindings;
import java.util.List;

/** The findings hub and its way in. */
record HubAssembly(
        FindingOutbox outbox,
        FindingImportHandler importHandler,
        FindingImports imports,
        FindingUpdates updates,
        FindingQueries queries,
        Insights insights,
        FindingTrend trend,
        CustomActions actions,
        CustomActionFiring firing,
        FindingRetention retention,
        HubAdministration administration,
        ProductIntegrations integrations,
        AutomationRuleRegistry rules,
        RuleTrials trials,
        RuleApplicationRegistry applications,
        FindingSuppressionRegistry suppressions,
        FindingAutomation automation,
        FindingImporter importer,
        FindingImportUndo importUndo,
        MemberAdministration members,
        Invitations invitations,
        HubOrganization organization,
        FindingAggregation aggregation,
        HubStores stores,
        CorrelationAssembly correlations,
        HubChanges changes) {

    static HubAssembly of(
            Foundation foundation,
            StoreAssembly store,
            IdentityAssembly identity,
            OutboxAssembly outbox,
            RegistryAssembly registry,
            EventSink events) {
        var changes = new HubChanges();
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
                new HubLinks(
                        new JdbcHubMembers(),
                        new JdbcFindingAggregators(),
                        new JdbcHubDelegations(),
                        new CentralStores(new JdbcConfigurationPolicies(), new JdbcPolicyAssociations())));
        changes.listen(new FindingEvents(stores, events, foundation.clock()));
        var administration = new HubAdministration(store.state(), stores);
        var organization = new HubOrganization(store.state(), stores, administration, identity.organization());
        identity.administration().listen(organization);
        var insightStores = new InsightStores(new JdbcCustomInsights(), new JdbcFindingGroups());
        var insights = new Insights(store.state(), stores, insightStores, foundation.ids());
        var openLog = new JdbcOpenFindingsLog();
        var targets = new JdbcActionTargets();
        Products products = ProductCatalog.load();
        var imports = new FindingImports(store.state(), stores, products, changes, Retention.STANDARD);
        var background =
                new Background(foundation.background(), foundation.timers(), foundation.clock(), foundation.ids());
        var automation = new FindingAutomation(store.state(), stores, changes, Retention.STANDARD, background);
        var hubOutbox = new OutboxFindings(outbox.outbox());
        var correlations = CorrelationAssembly.of(
                new CorrelationAssembly.Surroundings(
                        store.state(), stores, changes, administration, hubOutbox, background),
                registry);
        var runs = new JdbcFindingImportRuns();
        var surroundings = new FindingImporter.Surroundings(
                store.state(), stores, products, changes, Retention.STANDARD, foundation.clock());
        return new HubAssembly(
                hubOutbox,
                new FindingImportHandler(imports, foundation.clock()),
                imports,
                new FindingUpdates(store.state(), stores, changes, Retention.STANDARD),
                new FindingQueries(store.state(), stores, Retention.STANDARD),
                insights,
                new FindingTrend(store.state(), stores, insightStores.groups(), openLog, foundation.clock()),
                new CustomActions(store.state(), stores, targets),
                new CustomActionFiring(store.state(), stores, targets, insights, events),
                new FindingRetention(
                        store.state(),
                        stores,
                        changes,
                        List.of(insightStores.custom(), openLog, targets, stores.automation(), correlations.stores()),
                        Retention.STANDARD,
                        foundation.clock()),
                administration,
                new ProductIntegrations(store.state(), stores, products, changes),
                new AutomationRuleRegistry(store.state(), stores, foundation.ids()),
                new RuleTrials(store.state(), stores),
                new RuleApplicationRegistry(store.state(), stores, automation, foundation.ids()),
                new FindingSuppressionRegistry(store.state(), stores, automation, foundation.ids()),
                automation,
                new FindingImporter(surroundings, imports, runs, foundation.ids()),
                new FindingImportUndo(surroundings, runs),
                new MemberAdministration(
                        store.state(), stores, administration, identity.organization(), foundation.ids()),
                new Invitations(store.state(), stores),
                organization,
                new FindingAggregation(store.state(), stores, foundation.ids()),
                stores,
                correlations,
                changes);
    }
}
