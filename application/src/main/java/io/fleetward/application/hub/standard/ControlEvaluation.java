// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.FindingOutbox;
import io.fleetward.application.hub.Hub;
import io.fleetward.application.hub.Hub.ControlFindingGenerator;
import io.fleetward.application.hub.standard.ControlReports.Told;
import io.fleetward.application.hub.standard.ControlWork.Item;
import io.fleetward.application.hub.standard.ControlWork.Progress;
import io.fleetward.application.store.Tx;
import io.fleetward.application.work.Background;
import io.fleetward.application.work.TenantWork;
import io.fleetward.hub.standard.ControlFindings;
import io.fleetward.hub.standard.ControlReport;
import io.fleetward.hub.standard.ControlVerdict;
import io.fleetward.hub.standard.SecurityControl;
import io.fleetward.hub.standard.Standard;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has controls judge resources in the background: all of them when a control begins or ceases to count or demands
 * something else, one when it changed, and everything again before findings are 18 hours old.
 *
 * <p>Thread-safe; one job at a time for each account and region, at most a hundred resources in a transaction. What is
 * to be judged is noted in the transaction that causes it, so that it is judged even when the process dies right after.
 */
public final class ControlEvaluation {
    private static final int BATCH = 100;
    private static final Duration REFRESH = Duration.ofHours(18);
    private static final Duration REFRESH_CHECK = Duration.ofHours(1);

    /** Later than whatever was told. */
    private static final Instant ANY_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    private static final Logger LOG = LoggerFactory.getLogger(ControlEvaluation.class);

    private final StandardStores stores;
    private final ControlCatalog catalog;
    private final Map<String, ControlSubjects> subjects;
    private final ControlReporting reporting;
    private final Background background;
    private final TenantWork work;

    /** @param subjects what each control judges, by the control's id */
    public ControlEvaluation(
            StandardStores stores,
            ControlCatalog catalog,
            Map<String, ControlSubjects> subjects,
            FindingOutbox outbox,
            Background background) {
        this.stores = stores;
        this.catalog = catalog;
        this.subjects = Map.copyOf(subjects);
        this.reporting = new ControlReporting(stores.reports(), outbox);
        this.background = background;
        this.work = new TenantWork("control.evaluation.interrupted", background, new ControlQueue());
    }

    /** Takes up what was not judged when the process ended, and refreshes findings from here on. */
    public void start() {
        stores.transactions().read(stores.work()::scopesWaiting).forEach(work::wake);
        refreshLater();
    }

    /** Has the last audit of the account judged, by the controls that are about audits; never blocks. */
    public void auditEnded(AccountRegion scope) {
        background
                .executor()
                .execute(() -> safely(() -> stores.transactions().change(tx -> {
                    if (!stores.subscriptions().of(tx, scope).isEmpty()) {
                        judgeAll(
                                tx,
                                scope,
                                catalog.all().stream()
                                        .filter(control -> control.basis() instanceof SecurityControl.Audit)
                                        .toList());
                    }
                })));
    }

    /** Has all that the controls are about judged, after this transaction. */
    void judgeAll(Tx tx, AccountRegion scope, Collection<SecurityControl> controls) {
        controls.forEach(control -> stores.work().add(tx, scope, control.id(), null));
        tx.afterCommit(() -> work.wake(scope));
    }

    /** Has one resource judged, after this transaction. */
    void judge(Tx tx, AccountRegion scope, SecurityControl control, String resource) {
        stores.work().add(tx, scope, control.id(), resource);
        tx.afterCommit(() -> work.wake(scope));
    }

    private final class ControlQueue implements TenantWork.Queue {
        @Override
        public boolean hasWork(AccountRegion scope) {
            return !next(scope).isEmpty();
        }

        @Override
        public void workOff(AccountRegion scope) {
            for (List<Item> next = next(scope); !next.isEmpty(); next = next(scope)) {
                List<Item> items = next;
                stores.transactions().change(tx -> judgeSome(tx, scope, items));
            }
        }
    }

    private List<Item> next(AccountRegion scope) {
        return stores.transactions().read(tx -> stores.work().waiting(tx, scope, BATCH));
    }

    /** Does the first item, or all that follow it as long as they are about single resources. */
    private void judgeSome(Tx tx, AccountRegion scope, List<Item> items) {
        Hub hub = stores.hubs().find(tx, scope);
        if (hub == null || !hub.isEnabled()) {
            // Enabling it has everything judged; until then nobody would hear of it.
            remove(tx, scope, items);
            return;
        }
        if (items.getFirst().resource() == null) {
            judgeNext(tx, hub, items.getFirst());
            return;
        }
        List<Item> single =
                items.stream().takeWhile(item -> item.resource() != null).toList();
        single.stream()
                .map(item -> new Change(item.control(), String.valueOf(item.resource())))
                .distinct()
                .forEach(change -> judgeOne(tx, hub, change));
        remove(tx, scope, single);
    }

    /** A resource that a control is to judge. */
    private record Change(String control, String resource) {}

    private void judgeOne(Tx tx, Hub hub, Change change) {
        AccountRegion scope = hub.scope();
        ControlSubjects judged = subjects.get(change.control());
        if (judged == null) {
            return;
        }
        ControlFindings findings = findings(tx, hub, change.control());
        ControlVerdict verdict = findings == null ? null : judged.judge(tx, scope, findings.tags(), change.resource());
        if (findings != null && verdict != null) {
            reporting.tell(tx, findings, List.of(verdict), now(), false);
        } else {
            String resource = judged.resource(scope, change.resource());
            List<ControlReport> gone = stores.reports().find(tx, scope, change.control(), List.of(resource));
            reporting.withdraw(tx, scope, gone, now());
        }
    }

    /** Judges the next resources of a control; when there are no more, withdraws what was said of any others. */
    private void judgeNext(Tx tx, Hub hub, Item item) {
        AccountRegion scope = hub.scope();
        Progress progress = item.progress() == null ? new Progress(now(), null) : item.progress();
        ControlFindings findings = findings(tx, hub, item.control());
        ControlSubjects judged = subjects.get(item.control());
        Instant stale = ANY_TIME;
        if (findings != null && judged != null) {
            var request = new PageRequest(BATCH, progress.judgedUpTo());
            Page<ControlVerdict> page = judged.judge(tx, scope, findings.tags(), request);
            reporting.tell(tx, findings, page.items(), now(), true);
            if (page.next() != null) {
                stores.work().advance(tx, scope, item.sequence(), new Progress(progress.startedAt(), page.next()));
                return;
            }
            stale = progress.startedAt();
        }
        List<ControlReport> gone = stores.reports().toldBefore(tx, scope, new Told(item.control(), stale), BATCH);
        reporting.withdraw(tx, scope, gone, now());
        if (gone.size() < BATCH) {
            remove(tx, scope, List.of(item));
        } else {
            stores.work().advance(tx, scope, item.sequence(), progress);
        }
    }

    /** The form of the control's findings; null while it does not count. */
    private @Nullable ControlFindings findings(Tx tx, Hub hub, String id) {
        SecurityControl control = catalog.find(id);
        if (control == null) {
            return null;
        }
        Obligations obligations = Obligations.of(tx, stores, hub.scope());
        Standard standard = obligations.standardOf(control, catalog);
        boolean isPerStandard = hub.controlFindingGenerator() == ControlFindingGenerator.STANDARD_CONTROL;
        return standard == null
                ? null
                : new ControlFindings(hub.scope(), control, standard, obligations.tags(control), isPerStandard);
    }

    private void remove(Tx tx, AccountRegion scope, List<Item> items) {
        stores.work().remove(tx, scope, items.stream().map(Item::sequence).toList());
    }

    private void refreshLater() {
        background.timers().at(background.clock().instant().plus(REFRESH_CHECK), () -> {
            background.executor().execute(() -> safely(this::refresh));
            refreshLater();
        });
    }

    private void refresh() {
        Instant now = now();
        Instant due = now.minus(REFRESH);
        for (AccountRegion scope :
                stores.transactions().read(tx -> stores.subscriptions().refreshedBefore(tx, due))) {
            stores.transactions().change(tx -> {
                for (StandardSubscription held : stores.subscriptions().of(tx, scope)) {
                    stores.subscriptions()
                            .put(tx, scope, new StandardSubscription(held.standard(), held.enabledAt(), now));
                }
                judgeAll(tx, scope, catalog.all());
            });
        }
    }

    private static void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.atError().setCause(failure).log("control.evaluation.not-noted");
        }
    }

    private Instant now() {
        return background.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
