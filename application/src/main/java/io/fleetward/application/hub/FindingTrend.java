// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.application.time.Timers;
import io.fleetward.hub.filter.AttributeFilter;
import io.fleetward.hub.filter.Criterion;
import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.TextTest;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.Grouping;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the number of open findings develops: counted now and then, kept by the hour, for 90 days. Thread-safe.
 *
 * <p>Open are active findings whose workflow status is NEW or NOTIFIED, within the sight of the account and region.
 */
public final class FindingTrend {
    private static final Logger LOG = LoggerFactory.getLogger(FindingTrend.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(90);

    private static final FindingFilter OPEN = new FindingFilter(List.of(
            oneOf(FilterKey.RECORD_STATE, RecordState.ACTIVE.name()),
            oneOf(FilterKey.WORKFLOW_STATUS, WorkflowStatus.NEW.name(), WorkflowStatus.NOTIFIED.name())));
    private static final FindingGroups.Question BY_SEVERITY =
            new FindingGroups.Question(OPEN, new Grouping(FilterKey.SEVERITY_LABEL), SeverityLabel.values().length);

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingGroups groups;
    private final OpenFindingsLog log;
    private final InstantSource clock;

    public FindingTrend(
            Transactions transactions,
            HubStores stores,
            FindingGroups groups,
            OpenFindingsLog log,
            InstantSource clock) {
        this.transactions = transactions;
        this.stores = stores;
        this.groups = groups;
        this.log = log;
        this.clock = clock;
    }

    /** Counts at once, and now and then from here on; the executor's threads may block. */
    public void start(Timers timers, Executor executor) {
        executor.execute(this::countSafely);
        timers.at(clock.instant().plus(PERIOD), () -> start(timers, executor));
    }

    /** Counts the open findings of every enabled hub, and forgets counts that are too old. */
    public void count() {
        List<Hub> hubs = transactions.read(tx -> stores.hubs().all(tx));
        for (Hub hub : hubs) {
            if (hub.isEnabled()) {
                OpenFindings now = transactions.read(tx -> openAt(tx, hub.scope(), clock.instant()));
                transactions.change(tx -> {
                    log.put(tx, hub.scope(), now);
                    log.removeBefore(tx, hub.scope(), now.at().minus(KEPT));
                });
            }
        }
    }

    /**
     * How many findings were open between two moments, one count for each hour in which the server ran; last as things
     * are now if that is within the span.
     */
    public List<OpenFindings> list(CallContext context, Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw HubRefusals.invalid("startTime", "data.startTime should be before data.endTime");
        }
        return transactions.read(tx -> {
            HubRefusals.requireEnabled(tx, stores.hubs(), context.scope());
            var counts = new ArrayList<>(log.between(tx, context.scope(), from, to));
            if (!context.at().isBefore(from) && !context.at().isAfter(to)) {
                counts.add(openAt(tx, context.scope(), context.at()));
            }
            return List.copyOf(counts);
        });
    }

    private void countSafely() {
        try {
            count();
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("open-findings-not-counted");
        }
    }

    private OpenFindings openAt(Tx tx, AccountRegion scope, Instant at) {
        Map<SeverityLabel, Long> counts = new EnumMap<>(SeverityLabel.class);
        for (FindingGroup group : groups.largest(tx, stores.scopes().of(tx, scope), BY_SEVERITY)) {
            counts.put(SeverityLabel.valueOf(group.value()), group.count());
        }
        return new OpenFindings(at, counts);
    }

    private static AttributeFilter oneOf(FilterKey key, String... values) {
        List<TextTest> tests = Stream.of(values)
                .map(value -> new TextTest(TextTest.Comparison.EQUALS, value))
                .toList();
        return new AttributeFilter(key, new Criterion.Text(tests));
    }
}
