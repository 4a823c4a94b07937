// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.CUSTOMER_TOUCHED;
import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.FINDING_RESOURCE;
import static io.fleetward.store.hub.FindingTable.ID;
import static io.fleetward.store.hub.FindingTable.KEY;
import static io.fleetward.store.hub.FindingTable.PROCESSED_AT;
import static io.fleetward.store.hub.FindingTable.PRODUCT_ARN;
import static io.fleetward.store.hub.FindingTable.RECORD_STATE;
import static io.fleetward.store.hub.FindingTable.REGION;
import static io.fleetward.store.hub.FindingTable.RESOURCE_ID;
import static io.fleetward.store.hub.FindingTable.RESOURCE_IDS;
import static io.fleetward.store.hub.FindingTable.REVISION;
import static org.jooq.impl.DSL.excluded;

import io.fleetward.application.hub.Findings;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;

/** The tables {@code finding} and {@code finding_resource}. Thread-safe. */
public final class JdbcFindings implements Findings {
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
                .select(KEY, CUSTOMER_TOUCHED, REVISION, DOCUMENT)
                .from(FINDING)
                .where(FindingTable.in(scope).and(KEY.in(asked.keySet())))
                .forEach(row -> found.put(asked.get(row.get(KEY)), FindingRow.read(row)));
        return found;
    }

    @Override
    public void save(Tx tx, AccountRegion scope, Collection<StoredFinding> findings) {
        DSLContext dsl = SqlTx.dsl(tx);
        saveResources(dsl, scope, findings);
        RowBatch.execute(
                dsl,
                upsert(dsl),
                findings.stream()
                        .map(finding -> FindingRow.values(scope, finding))
                        .toList());
    }

    @Override
    public Page<Finding> search(Tx tx, AccountRegion scope, FindingQuery query, PageRequest page) {
        return new FindingSearch(SqlTx.dsl(tx), scope, query, bounds).page(page);
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
        Map<String, Set<String>> resources = resourcesOf(dsl, scope, fingerprints);
        removeResources(dsl, scope, resources);
        dsl.deleteFrom(FINDING)
                .where(FindingTable.in(scope).and(KEY.in(fingerprints)))
                .execute();
    }

    private static Query upsert(DSLContext dsl) {
        List<Field<?>> columns = FindingRow.columns();
        var changes = new LinkedHashMap<Field<?>, Field<?>>();
        FindingRow.changing().forEach(column -> changes.put(column, excluded(column)));
        return dsl.insertInto(FINDING)
                .columns(columns)
                .values(new Object[columns.size()])
                .onConflict(ACCOUNT, REGION, KEY)
                .doUpdate()
                .set(changes);
    }

    /** Brings the table of resources to what these findings say, touching only what differs. */
    private static void saveResources(DSLContext dsl, AccountRegion scope, Collection<StoredFinding> findings) {
        Set<String> known = findings.stream()
                .filter(finding -> finding.revision() > 1)
                .map(finding -> finding.key().fingerprint())
                .collect(Collectors.toSet());
        Map<String, Set<String>> gone = known.isEmpty() ? new HashMap<>() : resourcesOf(dsl, scope, known);
        var added = new LinkedHashMap<String, Set<String>>();
        for (StoredFinding finding : findings) {
            String key = finding.key().fingerprint();
            Set<String> now = FindingRow.resourceIds(finding.finding());
            Set<String> before = gone.computeIfAbsent(key, absent -> new HashSet<>());
            var fresh = new HashSet<>(now);
            fresh.removeAll(before);
            before.removeAll(now);
            added.put(key, fresh);
        }
        removeResources(dsl, scope, gone);
        addResources(dsl, scope, added);
    }

    private static Map<String, Set<String>> resourcesOf(DSLContext dsl, AccountRegion scope, Set<String> keys) {
        var resources = new HashMap<String, Set<String>>();
        dsl.select(KEY, RESOURCE_IDS)
                .from(FINDING)
                .where(FindingTable.in(scope).and(KEY.in(keys)))
                .forEach(row -> resources.put(row.get(KEY), new HashSet<>(TextList.read(row.get(RESOURCE_IDS)))));
        return resources;
    }

    private static void removeResources(DSLContext dsl, AccountRegion scope, Map<String, Set<String>> resources) {
        Query delete = dsl.deleteFrom(FINDING_RESOURCE)
                .where(ACCOUNT.eq(""))
                .and(REGION.eq(""))
                .and(RESOURCE_ID.eq(""))
                .and(KEY.eq(""));
        execute(dsl, delete, scope, resources);
    }

    private static void addResources(DSLContext dsl, AccountRegion scope, Map<String, Set<String>> resources) {
        Query insert = dsl.insertInto(FINDING_RESOURCE, ACCOUNT, REGION, RESOURCE_ID, KEY)
                .values("", "", "", "")
                .onConflictDoNothing();
        execute(dsl, insert, scope, resources);
    }

    private static void execute(
            DSLContext dsl, Query statement, AccountRegion scope, Map<String, Set<String>> resources) {
        var rows = new ArrayList<Object[]>();
        resources.forEach((key, ids) -> ids.forEach(id ->
                rows.add(new Object[] {scope.account().value(), scope.region().value(), id, key})));
        RowBatch.execute(dsl, statement, rows);
    }

    private static Map<String, FindingKey> byFingerprint(Collection<FindingKey> keys) {
        var map = new LinkedHashMap<String, FindingKey>();
        keys.forEach(key -> map.put(key.fingerprint(), key));
        return map;
    }
}
