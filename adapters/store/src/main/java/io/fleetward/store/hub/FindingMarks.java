// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.FINDING;
import static io.fleetward.store.hub.FindingTable.FINDING_RESOURCE;
import static io.fleetward.store.hub.FindingTable.KEY;
import static io.fleetward.store.hub.FindingTable.KIND;
import static io.fleetward.store.hub.FindingTable.REGION;
import static io.fleetward.store.hub.FindingTable.RESOURCE_ID;
import static io.fleetward.store.hub.FindingTable.RESOURCE_IDS;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.KeyedRows;
import io.fleetward.store.RowBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What other tables say of a finding: the resources it is about, and its kind.
 *
 * @param kind null for a finding from before there were kinds
 */
record FindingMarks(@Nullable Integer kind, Set<String> resources) {
    static final FindingMarks NONE = new FindingMarks(null, Set.of());

    private static final RowBatch REMOVE = RowBatch.each(dsl -> dsl.deleteFrom(FINDING_RESOURCE)
            .where(ACCOUNT.eq(""))
            .and(REGION.eq(""))
            .and(RESOURCE_ID.eq(""))
            .and(KEY.eq("")));
    private static final RowBatch UPSERT = RowBatch.insert(
            FINDING_RESOURCE,
            List.of(ACCOUNT, REGION, RESOURCE_ID, KEY, KIND),
            insert -> insert.onConflict(ACCOUNT, REGION, RESOURCE_ID, KEY)
                    .doUpdate()
                    .set(KIND, excluded(KIND)));

    /** The marks of stored findings by the findings' fingerprints. */
    static Map<String, FindingMarks> of(DSLContext dsl, AccountRegion scope, Set<String> keys) {
        var marks = new HashMap<String, FindingMarks>();
        if (keys.isEmpty()) {
            return marks;
        }
        Field<String> document =
                when(TextList.isMistakable(RESOURCE_IDS), DOCUMENT).as("mistakable");
        dsl.select(KEY, KIND, RESOURCE_IDS, document)
                .from(FINDING)
                .where(KeyedRows.in(scope, KEY, keys))
                .forEach(row ->
                        marks.put(row.value1(), new FindingMarks(row.value2(), resources(row.value3(), row.value4()))));
        return marks;
    }

    /** Brings the table of resources from some marks to others, touching only what differs. */
    static void replace(
            DSLContext dsl, AccountRegion scope, Map<String, FindingMarks> before, Map<String, FindingMarks> after) {
        String account = scope.account().value();
        String region = scope.region().value();
        var gone = new ArrayList<Object[]>();
        var written = new ArrayList<Object[]>();
        before.forEach((key, marks) -> {
            var resources = new HashSet<>(marks.resources());
            resources.removeAll(after.getOrDefault(key, NONE).resources());
            resources.forEach(id -> gone.add(new Object[] {account, region, id, key}));
        });
        after.forEach((key, marks) -> {
            FindingMarks old = before.getOrDefault(key, NONE);
            var resources = new HashSet<>(marks.resources());
            if (Objects.equals(marks.kind(), old.kind())) {
                resources.removeAll(old.resources());
            }
            int kind = Objects.requireNonNull(marks.kind());
            resources.forEach(id -> written.add(new Object[] {account, region, id, key, kind}));
        });
        REMOVE.execute(dsl, gone);
        UPSERT.execute(dsl, written);
    }

    private static Set<String> resources(String list, @Nullable String document) {
        return document == null
                ? new HashSet<>(TextList.read(list))
                : FindingRow.resourceIds(FindingRow.finding(document));
    }
}
