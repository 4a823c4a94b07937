// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingChange.Call;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.suppression.FindingSuppression;
import io.fleetward.hub.suppression.FindingSuppression.State;
import io.fleetward.hub.suppression.FindingSuppression.Subject;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.hub.suppression.SuppressionOutcome;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Suppresses findings that were stored before their suppression was, and gives findings back when one ends. */
final class SuppressionWork implements StoredFindingWork {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final HubStores stores;
    private final FindingWriter writer;
    private final InstantSource clock;
    private final Ids ids;

    SuppressionWork(Transactions transactions, HubStores stores, FindingWriter writer, InstantSource clock, Ids ids) {
        this.transactions = transactions;
        this.stores = stores;
        this.writer = writer;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public boolean isWaiting(AccountRegion scope) {
        return next(scope) != null;
    }

    @Override
    public void goOn(AccountRegion scope) {
        FindingSuppression suppression = next(scope);
        if (suppression == null) {
            return;
        }
        if (suppression.state() == State.RELEASING) {
            transactions.change(tx -> release(tx, scope, suppression.id()));
        } else if (suppression.isExpiredAt(now())) {
            transactions.change(tx -> expire(tx, scope, suppression.id()));
        } else {
            suppress(scope, suppression);
        }
    }

    @Override
    public List<AccountRegion> scopes() {
        return transactions.read(suppressions()::scopes);
    }

    @Override
    public @Nullable Instant nextDue(AccountRegion scope) {
        return transactions.read(tx -> suppressions().all(tx, scope)).stream()
                .map(FindingSuppression::expiresAt)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private @Nullable FindingSuppression next(AccountRegion scope) {
        Instant now = now();
        return transactions.read(tx -> suppressions().all(tx, scope)).stream()
                .filter(suppression -> suppression.state() != State.ACTIVE || suppression.isExpiredAt(now))
                .findFirst()
                .orElse(null);
    }

    private void expire(Tx tx, AccountRegion scope, String id) {
        FindingSuppression current = suppressions().find(tx, scope, id);
        if (current != null && current.state() != State.RELEASING) {
            suppressions().put(tx, scope, current.released());
            stores.automation().rules().setVersion(tx, scope, ids.uuid());
        }
    }

    private void suppress(AccountRegion scope, FindingSuppression suppression) {
        FindingFilter filter = suppression.filter(now());
        Page<FindingKey> page = filter == null
                ? new Page<>(named(suppression), null)
                : transactions.read(tx -> stores.findings()
                        .search(
                                tx,
                                scope,
                                new FindingQuery(filter, FindingOrder.FINGERPRINT),
                                new PageRequest(BATCH, suppression.position()))
                        .map(Finding::key));
        transactions.change(tx -> {
            FindingSuppression current = suppressions().find(tx, scope, suppression.id());
            if (current == null || current.state() != State.APPLYING) {
                return;
            }
            var edits = new SuppressionEdits(scope, Call.BATCH_UPDATE_FINDINGS, now());
            Map<FindingKey, List<SuppressedFinding>> held = suppressed().of(tx, scope, page.items());
            for (StoredFinding finding :
                    stores.findings().find(tx, scope, page.items()).values()) {
                if (filter == null || filter.matches(finding.finding())) {
                    edits.add(
                            finding,
                            SuppressionOutcome.suppress(
                                    finding,
                                    List.of(current.id()),
                                    held.getOrDefault(finding.key(), List.of()),
                                    now()));
                }
            }
            suppressed().put(tx, scope, edits.noted());
            writer.write(tx, scope, edits.results(), edits.history());
            suppressions().put(tx, scope, current.advanced(page.next()));
        });
    }

    private static List<FindingKey> named(FindingSuppression suppression) {
        return suppression.subject() instanceof Subject.Named(List<FindingKey> findings) ? findings : List.of();
    }

    private void release(Tx tx, AccountRegion scope, String id) {
        List<SuppressedFinding> batch = suppressed().heldBy(tx, scope, id, BATCH);
        if (batch.isEmpty()) {
            suppressions().remove(tx, scope, id);
            stores.automation().rules().setVersion(tx, scope, ids.uuid());
            return;
        }
        List<FindingKey> keys = batch.stream().map(SuppressedFinding::key).toList();
        suppressed().remove(tx, scope, id, keys);
        var edits = new SuppressionEdits(scope, Call.BATCH_UPDATE_FINDINGS, now());
        Map<FindingKey, List<SuppressedFinding>> others = suppressed().of(tx, scope, keys);
        Map<FindingKey, StoredFinding> stored = stores.findings().find(tx, scope, keys);
        for (SuppressedFinding released : batch) {
            StoredFinding finding = stored.get(released.key());
            if (finding != null) {
                List<SuppressedFinding> rest = others.getOrDefault(released.key(), List.of());
                edits.add(finding, SuppressionOutcome.release(finding, released, rest, now()));
            }
        }
        writer.write(tx, scope, edits.results(), edits.history());
    }

    private FindingSuppressions suppressions() {
        return stores.automation().suppressions();
    }

    private SuppressedFindings suppressed() {
        return stores.automation().suppressed();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
