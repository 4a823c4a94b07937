// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings in memory. Thread-safe. */
public final class InMemoryReportedFindings implements ReportedFindings {
    private record Row(AccountRegion scope, AuditFinding finding) {}

    private final InMemoryTable<ScopedId, Row> table = new InMemoryTable<>();

    @Override
    public void add(Tx tx, AccountRegion scope, List<AuditFinding> findings) {
        findings.forEach(finding -> table.put(tx, new ScopedId(scope, finding.id()), new Row(scope, finding)));
    }

    @Override
    public @Nullable AuditFinding find(Tx tx, AccountRegion scope, String id) {
        Row row = table.get(tx, new ScopedId(scope, id));
        return row == null ? null : shortened(row.finding());
    }

    @Override
    public Page<AuditFinding> list(Tx tx, AccountRegion scope, FindingFilter filter, PageRequest page) {
        NewestFirst after = page.after() == null ? null : NewestFirst.parse(page.after());
        List<AuditFinding> read = table.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::finding)
                .filter(finding -> fits(finding, filter))
                .sorted(Comparator.comparing(InMemoryReportedFindings::order))
                .filter(finding -> after == null || order(finding).compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .map(InMemoryReportedFindings::shortened)
                .toList();
        return Page.cut(read, page.limit(), finding -> order(finding).key());
    }

    @Override
    public Page<AuditedResource> related(Tx tx, AccountRegion scope, String id, PageRequest page) {
        Row row = table.get(tx, new ScopedId(scope, id));
        List<AuditedResource> all = row == null ? List.of() : row.finding().related();
        int from = page.after() == null ? 0 : Integer.parseInt(page.after()) + 1;
        List<Integer> positions = IntStream.range(from, all.size())
                .boxed()
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(positions, page.limit(), String::valueOf).map(all::get);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String taskId, CheckName check) {
        remove(tx, scope, taskId, check, Map.of());
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String taskId, CheckName check, Map<String, String> resource) {
        remove(
                tx,
                row -> row.scope().equals(scope)
                        && row.finding().taskId().equals(taskId)
                        && row.finding().check().equals(check)
                        && has(row.finding(), resource),
                Integer.MAX_VALUE);
    }

    @Override
    public int removeFoundBefore(Tx tx, Instant cutoff, int limit) {
        return remove(tx, row -> row.finding().foundAt().isBefore(cutoff), limit);
    }

    private int remove(Tx tx, Predicate<Row> which, int limit) {
        List<Row> gone = table.all(tx).stream().filter(which).limit(limit).toList();
        gone.forEach(
                row -> table.remove(tx, new ScopedId(row.scope(), row.finding().id())));
        return gone.size();
    }

    private static boolean fits(AuditFinding finding, FindingFilter filter) {
        return (filter.taskId() == null || filter.taskId().equals(finding.taskId()))
                && !finding.foundAt().isBefore(filter.from())
                && (filter.to() == null || !finding.foundAt().isAfter(filter.to()))
                && (filter.check() == null || filter.check().equals(finding.check()))
                && (filter.suppressed() == null || filter.suppressed() == finding.isSuppressed())
                && has(finding, filter.resource());
    }

    private static boolean has(AuditFinding finding, Map<String, String> members) {
        return finding.resource().identifier().members().entrySet().containsAll(members.entrySet());
    }

    private static AuditFinding shortened(AuditFinding finding) {
        List<AuditedResource> first =
                finding.related().stream().limit(RELATED_WITH_FINDING).toList();
        return new AuditFinding(
                finding.id(),
                finding.taskId(),
                finding.taskStartedAt(),
                finding.check(),
                finding.foundAt(),
                finding.severity(),
                finding.resource(),
                first,
                finding.code(),
                finding.reason(),
                finding.isSuppressed());
    }

    private static NewestFirst order(AuditFinding finding) {
        return new NewestFirst(finding.foundAt(), finding.id());
    }
}
