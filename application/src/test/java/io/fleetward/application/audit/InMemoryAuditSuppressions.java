// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.suppression.AuditSuppression;
import io.fleetward.audit.suppression.Suppressions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Audit suppressions in memory. Thread-safe. */
public final class InMemoryAuditSuppressions implements AuditSuppressions {
    private final InMemoryTable<ScopedId, Row> table = new InMemoryTable<>();

    private record Row(AccountRegion scope, AuditSuppression suppression, String token) {
        ScopedId id() {
            return new ScopedId(scope, suppression.check() + " " + suppression.resource());
        }
    }

    @Override
    public @Nullable AuditSuppression find(Tx tx, AccountRegion scope, CheckName check, ResourceIdentifier resource) {
        Row row = table.get(tx, new ScopedId(scope, check + " " + resource));
        return row == null ? null : row.suppression();
    }

    @Override
    public @Nullable AuditSuppression findByToken(Tx tx, AccountRegion scope, String token) {
        return rows(tx, scope)
                .filter(row -> row.token().equals(token))
                .map(Row::suppression)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void add(Tx tx, AccountRegion scope, AuditSuppression suppression, String token) {
        var row = new Row(scope, suppression, token);
        table.put(tx, row.id(), row);
    }

    @Override
    public void replace(Tx tx, AccountRegion scope, AuditSuppression suppression) {
        var next = new Row(scope, suppression, "");
        Row row = Objects.requireNonNull(table.get(tx, next.id()));
        table.put(tx, next.id(), new Row(scope, suppression, row.token()));
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, CheckName check, ResourceIdentifier resource) {
        table.remove(tx, new ScopedId(scope, check + " " + resource));
    }

    @Override
    public int count(Tx tx, AccountRegion scope) {
        return (int) rows(tx, scope).count();
    }

    @Override
    public Suppressions inForce(Tx tx, AccountRegion scope, CheckName check, Instant now) {
        return new Suppressions(rows(tx, scope)
                .map(Row::suppression)
                .filter(suppression -> suppression.check().equals(check) && suppression.isInForceAt(now))
                .map(AuditSuppression::resource)
                .collect(Collectors.toSet()));
    }

    @Override
    public Page<AuditSuppression> list(Tx tx, AccountRegion scope, SuppressionFilter filter, PageRequest page) {
        SuppressionOrder after = page.after() == null ? null : SuppressionOrder.parse(page.after());
        Comparator<SuppressionOrder> order =
                filter.isAscending() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<AuditSuppression> read = rows(tx, scope)
                .map(Row::suppression)
                .filter(suppression -> fits(suppression, filter))
                .sorted(Comparator.comparing(InMemoryAuditSuppressions::key, order))
                .filter(suppression -> after == null || order.compare(key(suppression), after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(read, page.limit(), suppression -> key(suppression).key());
    }

    @Override
    public List<Expired> removeExpired(Tx tx, Instant now, int limit) {
        List<Row> expired = table.all(tx).stream()
                .filter(row -> !row.suppression().isInForceAt(now))
                .limit(limit)
                .toList();
        expired.forEach(row -> table.remove(tx, row.id()));
        return expired.stream()
                .map(row -> new Expired(row.scope(), row.suppression()))
                .toList();
    }

    private Stream<Row> rows(Tx tx, AccountRegion scope) {
        return table.all(tx).stream().filter(row -> row.scope().equals(scope));
    }

    private static boolean fits(AuditSuppression suppression, SuppressionFilter filter) {
        return suppression.isInForceAt(filter.now())
                && (filter.check() == null || filter.check().equals(suppression.check()))
                && suppression
                        .resource()
                        .members()
                        .entrySet()
                        .containsAll(filter.resource().entrySet());
    }

    private static SuppressionOrder key(AuditSuppression suppression) {
        return SuppressionOrder.of(suppression, suppression.resource().members().toString());
    }
}
