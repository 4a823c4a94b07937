// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.AccountListener;
import io.fleetward.application.identity.Accounts;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.InMemoryAccounts;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.MortalTransactions;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.application.work.Background;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.Retention;
import io.fleetward.hub.product.Products;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.PageRequest;
import io.fleetward.testkit.Seed;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The use cases of the hub on stores in memory. */
public final class HubFixture {
    public final VirtualClock clock = VirtualClock.atStart();
    public final Transactions transactions = new InMemoryTransactions();
    public final Ids ids = new Ids(Seed.current().generator());
    private final InMemoryFindings kept = new InMemoryFindings();
    public final HubStores stores = new HubStores(
            new InMemoryHubs(),
            new InMemoryProductSubscriptions(),
            kept,
            new InMemoryFindingHistory(),
            new AutomationStores(
                    new InMemoryAutomationRules(),
                    new InMemoryRuleApplications(),
                    new InMemoryFindingSuppressions(),
                    new InMemorySuppressedFindings()),
            new HubLinks(
                    new InMemoryHubMembers(),
                    new InMemoryFindingAggregators(),
                    new InMemoryHubDelegations(),
                    new CentralStores(new InMemoryConfigurationPolicies(), new InMemoryPolicyAssociations())));
    public final InsightStores insightStores = new InsightStores(new InMemoryCustomInsights(), kept);
    private final ActionTargets targets = new InMemoryActionTargets();
    public final RecordedEvents events = new RecordedEvents();
    public final Products products = ProductCatalog.load();
    public final HubChanges changes = new HubChanges();
    public final HubAdministration administration = new HubAdministration(transactions, stores);
    public final ProductIntegrations integrations = new ProductIntegrations(transactions, stores, products, changes);
    public final FindingImports imports =
            new FindingImports(transactions, stores, products, changes, Retention.STANDARD);
    public final FindingUpdates updates = new FindingUpdates(transactions, stores, changes, Retention.STANDARD);
    public final FindingQueries queries = new FindingQueries(transactions, stores, Retention.STANDARD);
    private final Accounts accounts = new InMemoryAccounts();
    public final Organization ofAll = new Organization(accounts, false);
    public final MemberAdministration members =
            new MemberAdministration(transactions, stores, administration, ofAll, new Ids(new Random(1)));
    public final HubOrganization organization = new HubOrganization(transactions, stores, administration, ofAll);
    public final List<AccountListener> newcomers = new ArrayList<>(List.of(organization));
    public final Invitations invitations = new Invitations(transactions, stores);
    public final FindingAggregation aggregation = new FindingAggregation(transactions, stores, new Ids(new Random(2)));
    public final AutomationRuleRegistry rules = new AutomationRuleRegistry(transactions, stores, ids);
    public final RuleTrials trials = new RuleTrials(transactions, stores);
    public final Insights insights = new Insights(transactions, stores, insightStores, ids);
    public final OpenFindingsLog openLog = new InMemoryOpenFindingsLog();
    public final FindingTrend trend = new FindingTrend(transactions, stores, insightStores.groups(), openLog, clock);
    public final CustomActions actions = new CustomActions(transactions, stores, targets);
    public final CustomActionFiring firing = new CustomActionFiring(transactions, stores, targets, insights, events);
    public final FindingImportRuns runs = new InMemoryFindingImportRuns();
    public final FindingImporter.Surroundings surroundings =
            new FindingImporter.Surroundings(transactions, stores, products, changes, Retention.STANDARD, clock);
    public final FindingImporter importer = new FindingImporter(surroundings, imports, runs, ids);
    public final FindingImportUndo undo = new FindingImportUndo(surroundings, runs);
    public final FindingRetention retention = new FindingRetention(
            transactions,
            stores,
            changes,
            List.of(insightStores.custom(), openLog, targets, stores.automation()),
            Retention.STANDARD,
            clock);

    private final Deque<Runnable> jobs = new ArrayDeque<>();
    private final MortalTransactions mortal = new MortalTransactions(transactions);
    public VirtualTimers timers = new VirtualTimers(clock);
    private FindingAutomation automation = automation();
    public RuleApplicationRegistry applications = new RuleApplicationRegistry(transactions, stores, automation, ids);

    public FindingSuppressionRegistry suppressions =
            new FindingSuppressionRegistry(transactions, stores, automation, ids);

    /** Does what there is to do in the background, until it is done or the process dies. */
    public void runJobs() {
        try {
            while (!jobs.isEmpty()) {
                jobs.removeFirst().run();
            }
        } catch (MortalTransactions.Death death) {
            jobs.clear();
        }
    }

    /** Lets the process die in the background before the transaction after so many. */
    public void dieAfter(int count) {
        mortal.dieAfter(count);
    }

    /** Starts another process on the same stores. */
    public void restart() {
        mortal.live();
        jobs.clear();
        timers = new VirtualTimers(clock);
        automation = automation();
        applications = new RuleApplicationRegistry(transactions, stores, automation, ids);
        suppressions = new FindingSuppressionRegistry(transactions, stores, automation, ids);
        automation.start();
    }

    private FindingAutomation automation() {
        return new FindingAutomation(
                mortal, stores, changes, Retention.STANDARD, new Background(jobs::add, timers, clock, ids));
    }

    /** A call by an administrator of the account at this moment. */
    public CallContext call(AccountRegion scope) {
        String arn = "arn:aws:iam::" + scope.account() + ":user/admin";
        return new CallContext(
                new Caller(scope, arn, "AKIATEST", Role.ADMINISTRATOR, "192.0.2.1"), "request", clock.instant());
    }

    /** Enables the hub of the account and region. */
    public HubFixture enabled(AccountRegion scope) {
        administration.enable(call(scope), Map.of(), null);
        return this;
    }

    /** Lets an account come into being. */
    public void createAccount(AccountId id) {
        transactions.change(tx -> {
            var account = new Account(id, clock.instant());
            accounts.add(tx, account);
            newcomers.forEach(listener -> listener.onCreated(tx, account));
        });
    }

    /** Every finding stored for the account and region, whether or not its hub is enabled. */
    public List<Finding> findings(AccountRegion scope) {
        var everything = new FindingQuery(FindingFilter.ALL, FindingOrder.STANDARD);
        return transactions
                .read(tx -> stores.findings().search(tx, List.of(scope), everything, PageRequest.first(1000)))
                .map(OwnedFinding::finding)
                .items();
    }
}
