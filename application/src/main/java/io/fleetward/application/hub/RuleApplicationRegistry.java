// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.automation.AutomationRule;
import io.fleetward.hub.automation.RuleApplication;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.temporal.ChronoUnit;

/** Use cases on the application of rules to stored findings: start, show and call off. Thread-safe. */
public final class RuleApplicationRegistry {
    /** Applications in progress of one account and region. */
    static final int LIMIT = 10;

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingAutomation automation;
    private final Ids ids;

    public RuleApplicationRegistry(Transactions transactions, HubStores stores, FindingAutomation automation, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.automation = automation;
        this.ids = ids;
    }

    /** Starts to apply the rule as it is now, enabled or not, to what is stored; answers the application's id. */
    public String start(CallContext context, String ruleArn) {
        String ruleId = AutomationRuleArns.id(context.scope(), ruleArn);
        return transactions.write(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            AutomationRule rule =
                    ruleId == null ? null : stores.automation().rules().find(tx, context.scope(), ruleId);
            if (rule == null) {
                throw HubRefusals.notFound();
            }
            if (applications().inProgress(tx, context.scope()).size() >= LIMIT) {
                throw new ApiException(
                        HubError.LIMIT_EXCEEDED, "At most " + LIMIT + " applications of rules may be in progress");
            }
            var application = RuleApplication.start(
                    ids.uuid(),
                    rule,
                    context.at().truncatedTo(ChronoUnit.MILLIS),
                    context.caller().arn());
            applications().put(tx, context.scope(), application);
            tx.afterCommit(() -> automation.wake(context.scope()));
            return application.id();
        });
    }

    /** The application with this id. */
    public RuleApplication describe(CallContext context, String id) {
        return transactions.read(tx -> require(tx, context, id));
    }

    /** All applications of the last 90 days, the newest first. */
    public Page<RuleApplication> list(CallContext context, PageRequest page) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return applications().list(tx, context.scope(), page);
        });
    }

    /** Calls the application off; what is changed stays changed, and one that has ended stays as it is. */
    public void cancel(CallContext context, String id) {
        transactions.change(tx -> {
            RuleApplication application = require(tx, context, id);
            if (application.isInProgress()) {
                applications()
                        .put(
                                tx,
                                context.scope(),
                                application.canceled(context.at().truncatedTo(ChronoUnit.MILLIS)));
            }
        });
    }

    private RuleApplication require(Tx tx, CallContext context, String id) {
        HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
        RuleApplication found = applications().find(tx, context.scope(), id);
        if (found == null) {
            throw HubRefusals.notFound();
        }
        return found;
    }

    private RuleApplications applications() {
        return stores.automation().applications();
    }
}
