// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.ID;
import static io.fleetward.store.hub.FindingTable.KEY;
import static io.fleetward.store.hub.FindingTable.PROCESSED_AT;
import static io.fleetward.store.hub.FindingTable.PRODUCT_ARN;
import static io.fleetward.store.hub.FindingTable.RECORD_STATE;
import static io.fleetward.store.hub.FindingTable.REGION;
import static io.fleetward.store.hub.FindingTable.REVISION;
import static org.jooq.impl.DSL.excluded;

import io.fleetward.application.hub.Findings;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.insight.FindingSketch;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.Patience;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The table {@code finding} and those that say how it is counted and found. Thread-safe. */
public final class JdbcFindings implements Findings {
    private static final RowBatch UPSERT = RowBatch.insert(
            FINDING,
            FindingRow.columns(),
            insert -> insert.onConflict(ACCOUNT, REGION, KEY).doUpdate().set(changes()));

    private final SearchBounds bounds;

    public JdbcFindings() {
        this(SearchBounds.STANDARD);
    }

    JdbcFindings(SearchBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public Map<FindingKey, StoredFinding> find(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        Map<String, FindingKey> asked = byFingerprint(keys);
        var found = new LinkedHashMap<FindingKey, StoredFinding>();
        SqlTx.dsl(tx)
                .select(KEY)
                .select(FindingRow.READ)
                .from(FINDING)
                .where(KeyedRows.in(scope, KEY, asked.keySet()))
                .forEach(row -> found.put(asked.get(row.get(KEY)), FindingRow.read(row)));
        return found;
    }

    @Override
    public Map<AccountRegion, Map<FindingKey, StoredFinding>> find(
            Tx tx, Collection<AccountRegion> owners, Collection<FindingKey> keys) {
        Map<String, FindingKey> asked = byFingerprint(keys);
        Map<AccountRegion, Set<String>> wanted = new HashMap<>();
        owners.forEach(owner -> wanted.put(owner, asked.keySet()));
        var found = new TreeMap<AccountRegion, Map<FindingKey, StoredFinding>>();
        SqlTx.dsl(tx)
                .select(ACCOUNT, REGION, KEY)
                .select(FindingRow.READ)
                .from(FINDING)
                .where(KeyedRows.in(KEY, wanted))
                .forEach(row -> found.computeIfAbsent(
                                AccountRegion.of(row.get(ACCOUNT), row.get(REGION)), first -> new LinkedHashMap<>())
                        .put(asked.get(row.get(KEY)), FindingRow.read(row)));
        return found;
    }

    @Override
    public Map<FindingKey, Long> revisions(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        Map<String, FindingKey> asked = byFingerprint(keys);
        var revisions = new LinkedHashMap<FindingKey, Long>();
        SqlTx.dsl(tx)
                .select(KEY, REVISION)
                .from(FINDING)
                .where(KeyedRows.in(scope, KEY, asked.keySet()))
                .forEach(row -> revisions.put(asked.get(row.value1()), row.value2()));
        return revisions;
    }

    @Override
    public Consumer<Tx> saving(AccountRegion scope, Collection<StoredFinding> findings) {
        List<FindingDraft> drafts = findings.stream()
                .map(finding -> FindingDraft.of(scope, finding))
                .toList();
        return tx -> write(SqlTx.dsl(tx), scope, drafts);
    }

    private static void write(DSLContext dsl, AccountRegion scope, List<FindingDraft> drafts) {
        var sketches = new LinkedHashMap<String, FindingSketch>();
        drafts.forEach(draft -> sketches.put(draft.kind(), draft.sketch()));
        var kinds = new FindingKinds(dsl, scope);
        Map<String, Integer> numbers = kinds.numbers(sketches);
        Map<String, FindingMarks> before = FindingMarks.of(dsl, scope, changed(drafts));
        var after = new LinkedHashMap<String, FindingMarks>();
        var rows = new ArrayList<Object[]>();
        for (FindingDraft draft : drafts) {
            int kind = Objects.requireNonNull(numbers.get(draft.kind()));
            after.put(draft.key(), new FindingMarks(kind, draft.resources()));
            rows.add(draft.row(kind));
        }
        FindingMarks.replace(dsl, scope, before, after);
        kinds.count(before.values(), after.values());
        UPSERT.execute(dsl, rows);
    }

    @Override
    public Page<OwnedFinding> search(Tx tx, Collection<AccountRegion> owners, FindingQuery query, PageRequest page) {
        DSLContext dsl = SqlTx.dsl(tx);
        Duration patience = query.patience();
        return patience == null
                ? new FindingSearch(dsl, owners, query, bounds).page(page)
                : Patience.within(dsl, patience, () -> new FindingSearch(dsl, owners, query, bounds).page(page));
    }

    @Override
    public List<FindingKey> processedBefore(Tx tx, Processed query, int limit) {
        return SqlTx.dsl(tx)
                .select(PRODUCT_ARN, ID)
                .from(FINDING)
                .where(FindingTable.in(query.scope()))
                .and(RECORD_STATE.eq(query.state().name()))
                .and(PROCESSED_AT.lt(query.before().toEpochMilli()))
                .orderBy(PROCESSED_AT)
                .limit(limit)
                .fetch(row -> new FindingKey(row.get(PRODUCT_ARN), row.get(ID)));
    }

    @Override
    public void delete(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        DSLContext dsl = SqlTx.dsl(tx);
        Set<String> fingerprints = byFingerprint(keys).keySet();
        Map<String, FindingMarks> before = FindingMarks.of(dsl, scope, fingerprints);
        FindingMarks.replace(dsl, scope, before, Map.of());
        new FindingKinds(dsl, scope).count(before.values(), List.of());
        dsl.deleteFrom(FINDING).where(KeyedRows.in(scope, KEY, fingerprints)).execute();
    }

    /** The fingerprints of those that replace others. */
    private static Set<String> changed(List<FindingDraft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.finding().revision() > 1)
                .map(FindingDraft::key)
                .collect(Collectors.toSet());
    }

    private static Map<Field<?>, Field<?>> changes() {
        var changes = new LinkedHashMap<Field<?>, Field<?>>();
        FindingRow.changing().forEach(column -> changes.put(column, excluded(column)));
        return changes;
    }

    private static Map<String, FindingKey> byFingerprint(Collection<FindingKey> keys) {
        var map = new LinkedHashMap<String, FindingKey>();
        keys.forEach(key -> map.put(key.fingerprint(), key));
        return map;
    }
}
