// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.standard.ControlAssociation;
import io.fleetward.application.hub.standard.ControlCustomization;
import io.fleetward.application.hub.standard.ControlSettings;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code standard_control} and {@code control_customization}. Thread-safe. */
public final class JdbcControlSettings implements ControlSettings {
    private static final Table<Record> SWITCHED = table(name("standard_control"));
    private static final Table<Record> CUSTOMIZED = table(name("control_customization"));
    private static final Field<String> STANDARD = text("standard");
    private static final Field<String> CONTROL_ID = text("control_id");
    private static final Field<Integer> IS_ENABLED = integer("is_enabled");
    private static final Field<String> REASON = text("reason");
    private static final Field<Long> UPDATED_AT = number("updated_at");
    private static final Field<String> TAG_KEYS = text("tag_keys");

    @Override
    public List<ControlAssociation> associations(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .selectFrom(SWITCHED)
                .where(Tenant.is(scope))
                .orderBy(STANDARD, CONTROL_ID)
                .fetch(row -> new ControlAssociation(
                        row.get(STANDARD),
                        row.get(CONTROL_ID),
                        row.get(IS_ENABLED) == 1,
                        row.get(REASON),
                        Instant.ofEpochMilli(row.get(UPDATED_AT))));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, ControlAssociation association) {
        SqlTx.dsl(tx)
                .insertInto(SWITCHED)
                .set(Tenant.row(scope))
                .set(STANDARD, association.standard())
                .set(CONTROL_ID, association.control())
                .set(IS_ENABLED, association.isEnabled() ? 1 : 0)
                .set(REASON, association.reason())
                .set(UPDATED_AT, association.updatedAt().toEpochMilli())
                .onConflict(ACCOUNT, REGION, STANDARD, CONTROL_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void removeAssociations(Tx tx, AccountRegion scope, String standard) {
        SqlTx.dsl(tx)
                .deleteFrom(SWITCHED)
                .where(Tenant.is(scope).and(STANDARD.eq(standard)))
                .execute();
    }

    @Override
    public List<ControlCustomization> customizations(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .selectFrom(CUSTOMIZED)
                .where(Tenant.is(scope))
                .orderBy(CONTROL_ID)
                .fetch(row ->
                        new ControlCustomization(row.get(CONTROL_ID), requirement(row.get(TAG_KEYS)), row.get(REASON)));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, ControlCustomization customization) {
        TagRequirement tags = customization.tags();
        SqlTx.dsl(tx)
                .insertInto(CUSTOMIZED)
                .set(Tenant.row(scope))
                .set(CONTROL_ID, customization.control())
                .set(TAG_KEYS, tags == null ? null : JsonMapper.shared().writeValueAsString(tags.keys()))
                .set(REASON, customization.reason())
                .onConflict(ACCOUNT, REGION, CONTROL_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static @Nullable TagRequirement requirement(@Nullable String json) {
        if (json == null) {
            return null;
        }
        var keys = new ArrayList<String>();
        JsonMapper.shared().readTree(json).forEach(key -> keys.add(key.stringValue()));
        return new TagRequirement(keys);
    }
}
