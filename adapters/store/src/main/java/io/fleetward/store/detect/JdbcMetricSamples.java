// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.RowBatch;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code metric_sample}. Thread-safe. */
public final class JdbcMetricSamples implements MetricSamples {
    private static final Table<Record> SAMPLE = table(name("metric_sample"));
    private static final Field<String> DEVICE = text("device");
    private static final Field<String> METRIC = text("metric");
    private static final Field<Long> PERIOD_END = number("period_end");
    private static final Field<Integer> IS_REGISTERED = integer("is_registered");
    private static final Field<Long> AMOUNTS = number("amounts");
    private static final Field<Long> TOTAL = number("total");
    private static final Field<Long> SMALLEST = number("smallest");
    private static final Field<Long> LARGEST = number("largest");
    private static final List<Field<?>> COLUMNS =
            List.of(ACCOUNT, REGION, DEVICE, METRIC, PERIOD_END, IS_REGISTERED, AMOUNTS, TOTAL, SMALLEST, LARGEST);

    @Override
    public void save(Tx tx, List<MetricSample> samples) {
        DSLContext dsl = SqlTx.dsl(tx);
        org.jooq.Query upsert = dsl.insertInto(SAMPLE)
                .columns(COLUMNS)
                .values(new Object[COLUMNS.size()])
                .onConflict(ACCOUNT, REGION, DEVICE, METRIC, PERIOD_END, IS_REGISTERED)
                .doUpdate()
                .set(AMOUNTS, excluded(AMOUNTS))
                .set(TOTAL, excluded(TOTAL))
                .set(SMALLEST, excluded(SMALLEST))
                .set(LARGEST, excluded(LARGEST));
        RowBatch.execute(
                dsl, upsert, samples.stream().map(JdbcMetricSamples::values).toList());
    }

    @Override
    public Page<MetricSample> list(Tx tx, AccountRegion scope, MetricSamples.Query query, PageRequest page) {
        List<MetricSample> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SAMPLE)
                .where(Tenant.is(scope).and(DEVICE.eq(query.device())).and(METRIC.eq(query.metric())))
                .and(PERIOD_END.between(query.from().toEpochMilli(), query.to().toEpochMilli()))
                .and(isAfter(page.after()))
                .orderBy(PERIOD_END, IS_REGISTERED)
                .limit(page.limit() + 1)
                .fetch(JdbcMetricSamples::sample);
        return Page.cut(read, page.limit(), MetricSamples::sortKey);
    }

    @Override
    public void prune(Tx tx, Instant before) {
        SqlTx.dsl(tx)
                .deleteFrom(SAMPLE)
                .where(PERIOD_END.lt(before.toEpochMilli()))
                .execute();
    }

    private static Condition isAfter(@Nullable String sortKey) {
        if (sortKey == null) {
            return noCondition();
        }
        int space = sortKey.indexOf(' ');
        return row(PERIOD_END, IS_REGISTERED)
                .gt(Long.parseLong(sortKey, 0, space, 10), Integer.parseInt(sortKey.substring(space + 1)));
    }

    private static Object[] values(MetricSample sample) {
        DeviceKey device = sample.device();
        return new Object[] {
            device.scope().account().value(),
            device.scope().region().value(),
            device.name(),
            sample.metric().name(),
            sample.periodEnd(),
            device.isRegistered() ? 1 : 0,
            sample.tally().count(),
            sample.tally().sum(),
            sample.tally().minimum(),
            sample.tally().maximum()
        };
    }

    private static MetricSample sample(Record row) {
        Metric metric = Metrics.find(row.get(METRIC));
        if (metric == null) {
            throw new IllegalStateException("values of an unknown metric are stored: " + row.get(METRIC));
        }
        return new MetricSample(
                new DeviceKey(Tenant.of(row), row.get(DEVICE), row.get(IS_REGISTERED) == 1),
                metric,
                row.get(PERIOD_END),
                new Tally(row.get(AMOUNTS), row.get(TOTAL), row.get(SMALLEST), row.get(LARGEST)));
    }
}
