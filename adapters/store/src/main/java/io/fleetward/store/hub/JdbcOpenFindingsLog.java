// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.number;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.hub.OpenFindings;
import io.fleetward.application.hub.OpenFindingsLog;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code open_findings}. Thread-safe. */
public final class JdbcOpenFindingsLog implements OpenFindingsLog {
    private static final Table<Record> OPEN_FINDINGS = table(name("open_findings"));
    private static final Field<Long> HOUR = number("hour");
    private static final Field<Long> COUNTED_AT = number("counted_at");

    @Override
    public void put(Tx tx, AccountRegion scope, OpenFindings count) {
        var columns = new HashMap<Field<?>, Object>();
        columns.put(HOUR, count.at().truncatedTo(ChronoUnit.HOURS).toEpochMilli());
        columns.put(COUNTED_AT, count.at().toEpochMilli());
        for (SeverityLabel label : SeverityLabel.values()) {
            columns.put(column(label), count.of(label));
        }
        SqlTx.dsl(tx)
                .insertInto(OPEN_FINDINGS)
                .set(Tenant.row(scope))
                .set(columns)
                .onConflict(ACCOUNT, REGION, HOUR)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public List<OpenFindings> between(Tx tx, AccountRegion scope, Instant from, Instant to) {
        return SqlTx.dsl(tx)
                .selectFrom(OPEN_FINDINGS)
                .where(Tenant.is(scope))
                .and(HOUR.between(from.truncatedTo(ChronoUnit.HOURS).toEpochMilli(), to.toEpochMilli()))
                .and(COUNTED_AT.between(from.toEpochMilli(), to.toEpochMilli()))
                .orderBy(HOUR)
                .fetch(JdbcOpenFindingsLog::count);
    }

    @Override
    public void removeBefore(Tx tx, AccountRegion scope, Instant moment) {
        SqlTx.dsl(tx)
                .deleteFrom(OPEN_FINDINGS)
                .where(Tenant.is(scope))
                .and(HOUR.lt(moment.toEpochMilli()))
                .and(COUNTED_AT.lt(moment.toEpochMilli()))
                .execute();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        SqlTx.dsl(tx).deleteFrom(OPEN_FINDINGS).where(Tenant.is(scope)).execute();
    }

    private static OpenFindings count(Record row) {
        Map<SeverityLabel, Long> counts = new EnumMap<>(SeverityLabel.class);
        for (SeverityLabel label : SeverityLabel.values()) {
            counts.put(label, row.get(column(label)));
        }
        return new OpenFindings(Instant.ofEpochMilli(row.get(COUNTED_AT)), counts);
    }

    private static Field<Long> column(SeverityLabel label) {
        return number(label.name().toLowerCase(Locale.ROOT));
    }
}
