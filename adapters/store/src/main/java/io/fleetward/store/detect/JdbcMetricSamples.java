// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.metric.Elements;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Presence;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code metric_value}. Thread-safe. */
public final class JdbcMetricSamples implements MetricSamples {
    private static final Table<Record> SAMPLE = table(name("metric_value"));
    private static final Field<String> DEVICE = text("device");
    private static final Field<String> METRIC = text("metric");
    private static final Field<String> DIMENSION = text("dimension");
    private static final Field<Long> HAPPENED_AT = number("happened_at");
    private static final Field<Integer> IS_REGISTERED = integer("is_registered");
    private static final Field<Long> AMOUNTS = number("amounts");
    private static final Field<Double> TOTAL = fraction("total");
    private static final Field<Double> SMALLEST = fraction("smallest");
    private static final Field<Double> LARGEST = fraction("largest");
    private static final Field<Double> LATEST = fraction("latest");
    private static final Field<String> ELEMENTS = text("elements");
    private static final List<Field<?>> VALUES = List.of(AMOUNTS, TOTAL, SMALLEST, LARGEST, LATEST, ELEMENTS);
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT,
            REGION,
            DEVICE,
            METRIC,
            DIMENSION,
            HAPPENED_AT,
            IS_REGISTERED,
            AMOUNTS,
            TOTAL,
            SMALLEST,
            LARGEST,
            LATEST,
            ELEMENTS);
    private static final RowBatch UPSERT = RowBatch.insert(
            SAMPLE,
            COLUMNS,
            insert -> insert.onConflict(ACCOUNT, REGION, DEVICE, METRIC, DIMENSION, HAPPENED_AT, IS_REGISTERED)
                    .doUpdate()
                    .set(AMOUNTS, excluded(AMOUNTS))
                    .set(TOTAL, excluded(TOTAL))
                    .set(SMALLEST, excluded(SMALLEST))
                    .set(LARGEST, excluded(LARGEST))
                    .set(LATEST, excluded(LATEST))
                    .set(ELEMENTS, excluded(ELEMENTS)));
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Leaps from device to device; to look at all values of a device, of which there are thousands, takes far longer. */
    private static final String NEXT_DEVICES = """
        WITH RECURSIVE next_device (device, n) AS (
            SELECT MIN(device), 1 FROM metric_value WHERE account = ? AND region = ? AND device > ?
            UNION ALL
            SELECT (SELECT MIN(v.device) FROM metric_value v
                    WHERE v.account = ? AND v.region = ? AND v.device > next_device.device), n + 1
            FROM next_device WHERE device IS NOT NULL AND n < ?)
        SELECT device FROM next_device WHERE device IS NOT NULL ORDER BY device
        """;

    private static Field<Double> fraction(String column) {
        return field(name(column), SQLDataType.DOUBLE);
    }

    @Override
    public void save(Tx tx, List<MetricSample> samples) {
        UPSERT.execute(
                SqlTx.dsl(tx), samples.stream().map(JdbcMetricSamples::values).toList());
    }

    @Override
    public Page<MetricSample> list(Tx tx, AccountRegion scope, MetricSamples.Query query, PageRequest page) {
        List<MetricSample> read = SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SAMPLE)
                .where(Tenant.is(scope).and(DEVICE.eq(query.device())))
                .and(METRIC.eq(query.measurand().metric().name()))
                .and(DIMENSION.eq(DimensionColumn.write(query.measurand().dimension())))
                .and(HAPPENED_AT.between(query.from().toEpochMilli(), query.to().toEpochMilli()))
                .and(isAfter(page.after()))
                .orderBy(HAPPENED_AT, IS_REGISTERED)
                .limit(page.limit() + 1)
                .fetch(row -> sample(row, query.measurand()));
        return Page.cut(read, page.limit(), MetricSamples::sortKey);
    }

    @Override
    public List<String> devices(Tx tx, AccountRegion scope, String after, int limit) {
        String account = scope.account().value();
        String region = scope.region().value();
        return SqlTx.dsl(tx)
                .resultQuery(NEXT_DEVICES, account, region, after, account, region, limit)
                .fetch("device", String.class);
    }

    @Override
    public List<MetricSample> past(Tx tx, AccountRegion scope, String device, Past past, int limit) {
        Map<String, Measurand> wanted = past.measurands().stream()
                .collect(Collectors.toMap(
                        measurand -> named(measurand.metric().name(), DimensionColumn.write(measurand.dimension())),
                        measurand -> measurand));
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SAMPLE)
                .where(Tenant.is(scope).and(DEVICE.eq(device)).and(isOneOf(past.measurands())))
                .and(HAPPENED_AT.between(past.from().toEpochMilli(), past.to().toEpochMilli()))
                .orderBy(HAPPENED_AT, IS_REGISTERED)
                .limit(limit)
                .fetch(row -> sample(row, requireNonNull(wanted.get(named(row.get(METRIC), row.get(DIMENSION))))));
    }

    private static Condition isOneOf(Set<Measurand> measurands) {
        return or(measurands.stream()
                .map(measurand -> METRIC.eq(measurand.metric().name())
                        .and(DIMENSION.eq(DimensionColumn.write(measurand.dimension()))))
                .toList());
    }

    @Override
    public List<MetricSample> ofFleet(Tx tx, AccountRegion scope, Past past, @Nullable MetricSample after, int limit) {
        Map<String, Measurand> wanted = past.measurands().stream()
                .collect(Collectors.toMap(
                        measurand -> named(measurand.metric().name(), DimensionColumn.write(measurand.dimension())),
                        measurand -> measurand));
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(SAMPLE)
                .where(Tenant.is(scope))
                .and(HAPPENED_AT.between(past.from().toEpochMilli(), past.to().toEpochMilli()))
                .and(isOneOf(past.measurands()))
                .and(after == null ? noCondition() : isBeyond(after))
                .orderBy(HAPPENED_AT, DEVICE, METRIC, DIMENSION, IS_REGISTERED)
                .limit(limit)
                .fetch(row -> sample(row, requireNonNull(wanted.get(named(row.get(METRIC), row.get(DIMENSION))))));
    }

    private static Condition isBeyond(MetricSample seen) {
        return row(HAPPENED_AT, DEVICE, METRIC, DIMENSION, IS_REGISTERED)
                .gt(
                        seen.at(),
                        seen.device().name(),
                        seen.measurand().metric().name(),
                        DimensionColumn.write(seen.measurand().dimension()),
                        seen.device().isRegistered() ? 1 : 0);
    }

    private static String named(String metric, String dimension) {
        return metric + " " + dimension;
    }

    @Override
    public void forget(Tx tx, AccountRegion scope, String metric) {
        SqlTx.dsl(tx)
                .deleteFrom(SAMPLE)
                .where(Tenant.is(scope).and(METRIC.eq(metric)))
                .execute();
    }

    @Override
    public void prune(Tx tx, Instant before) {
        SqlTx.dsl(tx)
                .deleteFrom(SAMPLE)
                .where(HAPPENED_AT.lt(before.toEpochMilli()))
                .execute();
    }

    private static Condition isAfter(@Nullable String sortKey) {
        if (sortKey == null) {
            return noCondition();
        }
        int space = sortKey.indexOf(' ');
        return row(HAPPENED_AT, IS_REGISTERED)
                .gt(Long.parseLong(sortKey, 0, space, 10), Integer.parseInt(sortKey.substring(space + 1)));
    }

    private static Object[] values(MetricSample sample) {
        DeviceKey device = sample.device();
        Object[] row = new Object[COLUMNS.size()];
        row[0] = device.scope().account().value();
        row[1] = device.scope().region().value();
        row[2] = device.name();
        row[3] = sample.measurand().metric().name();
        row[4] = DimensionColumn.write(sample.measurand().dimension());
        row[5] = sample.at();
        row[6] = device.isRegistered() ? 1 : 0;
        int first = COLUMNS.size() - VALUES.size();
        switch (sample.gathered()) {
            case Tally tally -> {
                row[first] = tally.count();
                row[first + 1] = tally.sum();
                row[first + 2] = tally.minimum();
                row[first + 3] = tally.maximum();
                row[first + 4] = tally.latest();
            }
            case Elements elements ->
                row[COLUMNS.size() - 1] =
                        MetricValueJson.write(elements.value()).toString();
            case Presence presence -> throw new IllegalStateException("connections are no value: " + presence);
        }
        return row;
    }

    private static MetricSample sample(Record row, Measurand measurand) {
        var device = new DeviceKey(Tenant.of(row), row.get(DEVICE), row.get(IS_REGISTERED) == 1);
        return new MetricSample(device, measurand, row.get(HAPPENED_AT), gathered(row));
    }

    private static Gathered gathered(Record row) {
        String elements = row.get(ELEMENTS);
        return elements == null
                ? new Tally(row.get(AMOUNTS), row.get(TOTAL), row.get(SMALLEST), row.get(LARGEST), row.get(LATEST))
                : Elements.of(MetricValueJson.read(MAPPER.readTree(elements)));
    }
}
