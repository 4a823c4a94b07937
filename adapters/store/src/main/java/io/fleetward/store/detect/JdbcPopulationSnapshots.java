// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.PopulationSnapshots;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.PopulationKey;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The table {@code population_snapshot}. Thread-safe. */
public final class JdbcPopulationSnapshots implements PopulationSnapshots {
    private static final Table<Record> SNAPSHOT = table(name("population_snapshot"));
    private static final Field<String> PROFILE = text("profile");
    private static final Field<String> BEHAVIOR = text("behavior");
    private static final Field<String> METRIC = text("metric");
    private static final Field<String> DIMENSION = text("dimension");
    private static final Field<Integer> SECONDS = integer("seconds");
    private static final Field<Long> WINDOW_END = number("window_end");
    private static final Field<String> SKETCH = text("sketch");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, PROFILE, BEHAVIOR, METRIC, DIMENSION, SECONDS, WINDOW_END, SKETCH);

    @Override
    public void save(Tx tx, List<PopulationSnapshot> snapshots) {
        for (PopulationSnapshot snapshot : snapshots) {
            PopulationKey key = snapshot.population();
            SqlTx.dsl(tx)
                    .insertInto(SNAPSHOT)
                    .set(Tenant.row(key.scope()))
                    .set(PROFILE, key.profile())
                    .set(BEHAVIOR, key.behavior())
                    .set(METRIC, key.series().measurand().metric().name())
                    .set(
                            DIMENSION,
                            DimensionColumn.write(key.series().measurand().dimension()))
                    .set(SECONDS, key.series().seconds())
                    .set(WINDOW_END, snapshot.windowEnd())
                    .set(SKETCH, snapshot.values())
                    .onConflict(ACCOUNT, REGION, PROFILE, BEHAVIOR, METRIC, DIMENSION, SECONDS, WINDOW_END)
                    .doUpdate()
                    .setAllToExcluded()
                    .execute();
        }
    }

    @Override
    public List<PopulationSnapshot> all(Tx tx) {
        return SqlTx.dsl(tx).select(COLUMNS).from(SNAPSHOT).fetch(JdbcPopulationSnapshots::snapshot);
    }

    @Override
    public void prune(Tx tx, Instant before) {
        SqlTx.dsl(tx)
                .deleteFrom(SNAPSHOT)
                .where(WINDOW_END.lt(before.toEpochMilli()))
                .execute();
    }

    /** Only numbers have percentiles. */
    private static PopulationSnapshot snapshot(Record row) {
        Metric metric = Metrics.of(row.get(METRIC), MetricValue.Kind.NUMBER);
        if (metric == null) {
            throw new IllegalStateException("a stored population is of an unknown metric: " + row.get(METRIC));
        }
        var measurand = new Measurand(metric, DimensionColumn.read(row.get(DIMENSION)));
        var key = new PopulationKey(
                Tenant.of(row), row.get(PROFILE), row.get(BEHAVIOR), new Series(measurand, row.get(SECONDS)));
        return new PopulationSnapshot(key, row.get(WINDOW_END), row.get(SKETCH));
    }
}
