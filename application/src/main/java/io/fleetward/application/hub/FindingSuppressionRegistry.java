// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.HubError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.suppression.FindingSuppression;
import io.fleetward.hub.suppression.FindingSuppression.State;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Use cases on suppressions of findings: create, show and delete them. Thread-safe. */
public final class FindingSuppressionRegistry {
    /** Suppressions of one account in one region. */
    static final int LIMIT = 1000;

    private static final int MOST_FINDINGS = 100;
    private static final int LONGEST_REASON = 1024;

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingAutomation automation;
    private final Ids ids;

    public FindingSuppressionRegistry(
            Transactions transactions, HubStores stores, FindingAutomation automation, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.automation = automation;
        this.ids = ids;
    }

    /**
     * What somebody wants to be suppressed: either criteria or findings.
     *
     * @param expiresAt when it is to end; null for never
     */
    public record Wish(
            String reason,
            @Nullable ObjectNode criteria,
            @Nullable List<FindingIdentifier> findings,
            @Nullable Instant expiresAt) {}

    /**
     * A suppression as it stands.
     *
     * @param findings how many findings it suppresses
     */
    public record View(FindingSuppression suppression, int findings) {}

    /** Suppresses what comes from now on, and soon what is stored; answers the suppression's id. */
    public String create(CallContext context, Wish wish) {
        AccountRegion scope = context.scope();
        FindingSuppression suppression = suppression(context, wish);
        transactions.change(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), scope);
            if (suppressions().all(tx, scope).size() >= LIMIT) {
                throw new ApiException(
                        HubError.LIMIT_EXCEEDED, "An account may have at most " + LIMIT + " suppressions of findings");
            }
            suppressions().put(tx, scope, suppression);
            changed(tx, scope);
        });
        return suppression.id();
    }

    /** The suppression with this id, which must not have ended. */
    public View describe(CallContext context, String id) {
        return transactions.read(tx -> view(tx, context.scope(), require(tx, context, id)));
    }

    /** The suppressions that have not ended or still have findings to give back, the newest first. */
    public Page<View> list(CallContext context, PageRequest page) {
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            return suppressions()
                    .list(tx, context.scope(), page)
                    .map(suppression -> view(tx, context.scope(), suppression));
        });
    }

    /** Ends the suppression: its findings soon have again what they had before, as far as nobody has decided otherwise. */
    public void delete(CallContext context, String id) {
        transactions.change(tx -> {
            FindingSuppression suppression = require(tx, context, id);
            suppressions().put(tx, context.scope(), suppression.released());
            changed(tx, context.scope());
        });
    }

    private void changed(Tx tx, AccountRegion scope) {
        stores.automation().rules().setVersion(tx, scope, ids.uuid());
        tx.afterCommit(() -> automation.wake(scope));
    }

    private FindingSuppression suppression(CallContext context, Wish wish) {
        Instant now = context.at().truncatedTo(ChronoUnit.MILLIS);
        if (wish.reason().isBlank() || wish.reason().length() > LONGEST_REASON) {
            String rule = "data.reason should have 1 to " + LONGEST_REASON + " characters that are not all blank";
            throw HubRefusals.invalid("reason", rule);
        }
        Instant expiresAt = wish.expiresAt() == null ? null : wish.expiresAt().truncatedTo(ChronoUnit.MILLIS);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw HubRefusals.invalid("expiresAt", "data.expiresAt should be in the future");
        }
        return new FindingSuppression(
                ids.uuid(),
                wish.reason(),
                subject(wish),
                expiresAt,
                now,
                context.caller().arn(),
                State.APPLYING,
                null);
    }

    private static Subject subject(Wish wish) {
        ObjectNode criteria = wish.criteria();
        List<FindingIdentifier> findings = wish.findings();
        if (criteria != null && findings == null) {
            return new Subject.Matching(RuleDraft.criteria(criteria));
        }
        if (findings == null || criteria != null) {
            throw HubRefusals.invalid("criteria", "data should have either criteria or findingIdentifiers");
        }
        if (findings.isEmpty() || findings.size() > MOST_FINDINGS) {
            String rule = "data.findingIdentifiers should have 1 to " + MOST_FINDINGS + " items";
            throw HubRefusals.invalid("findingIdentifiers", rule);
        }
        List<FindingKey> keys =
                findings.stream().map(FindingIdentifier::key).distinct().toList();
        return new Subject.Named(keys);
    }

    private FindingSuppression require(Tx tx, CallContext context, String id) {
        HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
        FindingSuppression found = suppressions().find(tx, context.scope(), id);
        if (found == null || found.state() == State.RELEASING || found.isExpiredAt(context.at())) {
            throw HubRefusals.notFound();
        }
        return found;
    }

    private View view(Tx tx, AccountRegion scope, FindingSuppression suppression) {
        return new View(suppression, stores.automation().suppressed().count(tx, scope, suppression.id()));
    }

    private FindingSuppressions suppressions() {
        return stores.automation().suppressions();
    }
}
