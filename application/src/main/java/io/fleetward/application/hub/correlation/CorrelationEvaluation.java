// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.hub.Hub;
import io.fleetward.application.hub.HubFollower;
import io.fleetward.application.hub.HubStores;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.hub.correlation.CorrelationSet;
import io.fleetward.hub.correlation.RuleProgress;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries rules to findings that are stored already, takes back what they have said, and forgets what has expired, all
 * in the background.
 *
 * <p>Thread-safe. The store is the queue. Each batch is one transaction that looks whether it is still wanted and notes
 * how far it came: after a restart the work goes on there.
 */
public final class CorrelationEvaluation implements HubFollower {
    private static final int BATCH = 100;
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(CorrelationEvaluation.class);

    private final Transactions transactions;
    private final HubStores hub;
    private final CorrelationStores stores;
    private final CorrelationRecorder recorder;
    private final Background background;
    private final TenantWork work;

    public CorrelationEvaluation(
            Transactions transactions,
            HubStores hub,
            CorrelationStores stores,
            CorrelationRecorder recorder,
            Background background) {
        this.transactions = transactions;
        this.hub = hub;
        this.stores = stores;
        this.recorder = recorder;
        this.background = background;
        this.work = new TenantWork("correlation-interrupted", background, new Queue());
    }

    /** Takes up what was in progress when the process ended, and forgets what has expired from here on. */
    public void start() {
        transactions.read(stores.rules()::scopesWorking).forEach(work::wake);
        sweepLater();
    }

    /** Has what a rule has to do done, after this transaction, which also counts as a change of rules. */
    void changed(Tx tx, AccountRegion scope) {
        stores.rules().setVersion(tx, scope, background.ids().uuid());
        tx.afterCommit(() -> work.wake(scope));
    }

    /** What was written while the hub was off, and what rules have missed, is gone through again. */
    @Override
    public void enabled(Tx tx, Hub enabled, boolean withDefaultStandards) {
        List<CorrelationRule> rules = stores.rules().all(tx, enabled.scope());
        rules.forEach(rule -> stores.rules().put(tx, enabled.scope(), rule.restarted()));
        if (!rules.isEmpty()) {
            changed(tx, enabled.scope());
        }
    }

    @Override
    public void configured(Tx tx, Hub before, Hub after) {}

    @Override
    public void disabled(Tx tx, AccountRegion scope) {}

    private final class Queue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return next(scope) != null;
        }

        @Override
        public void workOff(AccountRegion scope) {
            for (CorrelationRule rule = next(scope); rule != null; rule = next(scope)) {
                if (rule.progress().phase() == RuleProgress.Phase.RETIRING) {
                    String id = rule.id();
                    transactions.change(tx -> retireSome(tx, scope, id));
                } else {
                    evaluateSome(scope, rule);
                }
            }
        }
    }

    private @Nullable CorrelationRule next(AccountRegion scope) {
        return transactions.read(tx -> stores.rules().all(tx, scope)).stream()
                .filter(CorrelationRule::isWorking)
                .findFirst()
                .orElse(null);
    }

    private void retireSome(Tx tx, AccountRegion scope, String ruleId) {
        CorrelationRule rule = stores.rules().find(tx, scope, ruleId);
        if (rule == null || rule.progress().phase() != RuleProgress.Phase.RETIRING) {
            return;
        }
        List<Correlation> rows = stores.correlations().active(tx, scope, ruleId, BATCH);
        recorder.retire(tx, scope, rows, now());
        if (rows.size() < BATCH) {
            if (rule.isDeleted()) {
                stores.rules().remove(tx, scope, ruleId);
            } else {
                stores.rules().put(tx, scope, rule.retired());
            }
            stores.rules().setVersion(tx, scope, background.ids().uuid());
        }
    }

    private void evaluateSome(AccountRegion scope, CorrelationRule rule) {
        Instant now = now();
        CorrelationSet.Active active = CorrelationSet.active(rule, now);
        FindingFilter filter = active.filter(rule.progress().part());
        var query = new FindingQuery(filter, FindingOrder.FINGERPRINT);
        Page<FindingKey> page = transactions.read(tx -> hub.findings()
                .search(tx, scope, query, new PageRequest(BATCH, rule.progress().position()))
                .map(Finding::key));
        transactions.change(tx -> {
            CorrelationRule current = stores.rules().find(tx, scope, rule.id());
            if (current == null || !current.equals(rule)) {
                return;
            }
            Hub place = hub.hubs().find(tx, scope);
            if (place == null || !place.isEnabled()) {
                stores.rules().put(tx, scope, current.settled());
                return;
            }
            List<Finding> stored = hub.findings().find(tx, scope, page.items()).values().stream()
                    .map(StoredFinding::finding)
                    .toList();
            recorder.show(tx, scope, List.of(active), stored, now);
            stores.rules().put(tx, scope, current.advanced(page.next()));
        });
    }

    private void sweepLater() {
        background.timers().at(background.clock().instant().plus(SWEEP), () -> {
            background.executor().execute(this::sweepSafely);
            sweepLater();
        });
    }

    private void sweepSafely() {
        try {
            int swept = BATCH;
            while (swept == BATCH) {
                swept = transactions.write(tx -> stores.correlations().removeExpired(tx, now(), BATCH));
            }
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("correlation-sweep-failed");
        }
    }

    private Instant now() {
        return background.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
