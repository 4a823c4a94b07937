// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.KIND;
import static io.fleetward.store.hub.FindingTable.REGION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.RowBatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table {@code finding_kind}: which kinds of findings there are, one for each sketch, and, in a table of short rows
 * because they change all the time, how many of each.
 *
 * <p>Confined to one transaction.
 */
record FindingKinds(DSLContext dsl, AccountRegion scope) {
    private static final Table<Record> FINDING_KIND = table(name("finding_kind"));
    private static final Field<String> FINGERPRINT = field(name("fingerprint"), SQLDataType.CLOB);
    private static final Field<String> SKETCH = field(name("sketch"), SQLDataType.CLOB);
    private static final Table<Record> FINDING_KIND_COUNT = table(name("finding_kind_count"));
    private static final Field<Long> FINDINGS = field(name("findings"), SQLDataType.BIGINT);
    private static final Field<Long> COUNTED = field(name("finding_kind_count", "findings"), SQLDataType.BIGINT);

    /** Sketches by their fingerprints, which tell them apart wherever they are stored: reading one takes as long as a row. */
    private static final Cache<String, FindingSketch> READ =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

    private static final RowBatch INSERT =
            RowBatch.insert(FINDING_KIND, List.of(ACCOUNT, REGION, KIND, FINGERPRINT, SKETCH));
    private static final RowBatch ADD = RowBatch.insert(
            FINDING_KIND_COUNT,
            List.of(ACCOUNT, REGION, KIND, FINDINGS),
            insert -> insert.onConflict(ACCOUNT, REGION, KIND)
                    .doUpdate()
                    .set(FINDINGS, COUNTED.plus(excluded(FINDINGS))));

    /** One kind as it is stored. */
    record Kind(AccountRegion owner, int number, FindingSketch sketch, long findings) {}

    /** Whose kind it is, and its number there. */
    private record Place(AccountRegion owner, int number) {
        static Place of(Record row) {
            return new Place(AccountRegion.of(row.get(ACCOUNT), row.get(REGION)), row.get(KIND));
        }
    }

    /**
     * Every kind of these accounts and regions. Statements of one table each: PostgreSQL, before it has statistics, joins
     * every row of one with every row of the other.
     */
    static List<Kind> of(DSLContext dsl, Collection<AccountRegion> owners) {
        Map<Place, Long> counts = dsl.select(ACCOUNT, REGION, KIND, FINDINGS)
                .from(FINDING_KIND_COUNT)
                .where(FindingTable.in(owners))
                .fetchMap(Place::of, row -> row.get(FINDINGS));
        Map<Place, String> fingerprints = dsl.select(ACCOUNT, REGION, KIND, FINGERPRINT)
                .from(FINDING_KIND)
                .where(FindingTable.in(owners))
                .fetchMap(Place::of, row -> row.get(FINGERPRINT));
        Map<String, FindingSketch> sketches = sketches(dsl, fingerprints);
        return fingerprints.entrySet().stream()
                .map(kind -> new Kind(
                        kind.getKey().owner(),
                        kind.getKey().number(),
                        Objects.requireNonNull(sketches.get(kind.getValue())),
                        counts.getOrDefault(kind.getKey(), 0L)))
                .toList();
    }

    /** The sketches with these fingerprints, most of which have been read before. */
    private static Map<String, FindingSketch> sketches(DSLContext dsl, Map<Place, String> fingerprints) {
        Map<String, FindingSketch> sketches = new HashMap<>(READ.getAllPresent(fingerprints.values()));
        var unread = new HashMap<AccountRegion, List<String>>();
        fingerprints.forEach((place, fingerprint) -> {
            if (!sketches.containsKey(fingerprint)) {
                unread.computeIfAbsent(place.owner(), first -> new ArrayList<>())
                        .add(fingerprint);
            }
        });
        if (!unread.isEmpty()) {
            dsl.select(FINGERPRINT, SKETCH)
                    .from(FINDING_KIND)
                    .where(KeyedRows.in(FINGERPRINT, unread))
                    .forEach(row -> sketches.computeIfAbsent(
                            row.value1(),
                            first -> FindingSketch.read(JsonMapper.shared().readTree(row.value2()))));
            READ.putAll(sketches);
        }
        return sketches;
    }

    /** Whether these accounts and regions have no more kinds than so many. */
    static boolean areAtMost(DSLContext dsl, Collection<AccountRegion> owners, int most) {
        return dsl.fetchCount(dsl.selectOne()
                        .from(FINDING_KIND_COUNT)
                        .where(FindingTable.in(owners))
                        .limit(most + 1))
                <= most;
    }

    /** The numbers of these sketches, which are given by their fingerprints; those that were unknown get the next. */
    Map<String, Integer> numbers(Map<String, FindingSketch> sketches) {
        Map<String, Integer> numbers = dsl.select(FINGERPRINT, KIND)
                .from(FINDING_KIND)
                .where(KeyedRows.in(scope, FINGERPRINT, sketches.keySet()))
                .fetchMap(FINGERPRINT, KIND);
        if (numbers.size() < sketches.size()) {
            addUnknown(sketches, numbers);
        }
        return numbers;
    }

    /** Brings the numbers of findings from what marks say before a change to what they say after it. */
    void count(Collection<FindingMarks> before, Collection<FindingMarks> after) {
        var changes = new HashMap<Integer, Long>();
        after.forEach(marks -> add(changes, marks, 1));
        before.forEach(marks -> add(changes, marks, -1));
        changes.values().removeIf(change -> change == 0);
        var rows = new ArrayList<Object[]>();
        changes.forEach((kind, change) ->
                rows.add(new Object[] {scope.account().value(), scope.region().value(), kind, change}));
        ADD.execute(dsl, rows);
        changes.values().removeIf(change -> change > 0);
        if (!changes.isEmpty()) {
            removeEmpty(changes.keySet());
        }
    }

    private void removeEmpty(Set<Integer> among) {
        Set<Integer> empty = dsl.select(KIND)
                .from(FINDING_KIND_COUNT)
                .where(FindingTable.in(scope))
                .and(KIND.in(among))
                .and(FINDINGS.eq(0L))
                .fetchSet(KIND);
        if (!empty.isEmpty()) {
            for (Table<Record> table : List.of(FINDING_KIND, FINDING_KIND_COUNT)) {
                dsl.deleteFrom(table)
                        .where(FindingTable.in(scope))
                        .and(KIND.in(empty))
                        .execute();
            }
        }
    }

    private void addUnknown(Map<String, FindingSketch> sketches, Map<String, Integer> numbers) {
        int last = lastNumber();
        var rows = new ArrayList<Object[]>();
        for (Map.Entry<String, FindingSketch> sketch : sketches.entrySet()) {
            if (!numbers.containsKey(sketch.getKey())) {
                last++;
                numbers.put(sketch.getKey(), last);
                rows.add(row(last, sketch.getKey(), sketch.getValue()));
            }
        }
        INSERT.execute(dsl, rows);
    }

    private int lastNumber() {
        Integer last = dsl.select(coalesce(max(KIND), inline(0)))
                .from(FINDING_KIND)
                .where(FindingTable.in(scope))
                .fetchOne(0, Integer.class);
        return Objects.requireNonNull(last);
    }

    private Object[] row(int number, String fingerprint, FindingSketch sketch) {
        return new Object[] {scope.account().value(), scope.region().value(), number, fingerprint, sketch.text()};
    }

    private static void add(Map<Integer, Long> changes, FindingMarks marks, long change) {
        if (marks.kind() != null) {
            changes.merge(marks.kind(), change, Long::sum);
        }
    }
}
