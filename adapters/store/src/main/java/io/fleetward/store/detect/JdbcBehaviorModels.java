// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.detect.learned.BehaviorModels;
import io.fleetward.application.detect.learned.TrainingProgress;
import io.fleetward.application.store.Tx;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.profile.ProfileTarget;
import io.fleetward.detect.training.BehaviorModel;
import io.fleetward.detect.training.ModelVersion;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The table {@code behavior_model}, and beside it those of versions and of trainings under way. Thread-safe. */
public final class JdbcBehaviorModels implements BehaviorModels {
    private static final Table<Record> MODEL = table(name("behavior_model"));
    private static final Table<Record> KEPT_VERSION = table(name("behavior_model_version"));
    private static final Table<Record> TRAINING = table(name("behavior_model_training"));
    private static final Field<String> PROFILE = text("profile");
    private static final Field<String> BEHAVIOR = text("behavior");
    private static final Field<String> TARGET = text("target");
    private static final Field<String> METRIC = text("metric");
    private static final Field<String> DIMENSION = text("dimension");
    private static final Field<Long> CREATED_AT = number("created_at");
    private static final Field<Long> COLLECTING_SINCE = number("collecting_since");
    private static final Field<Long> POINTS = number("points");
    private static final Field<Long> REFRESHED_AT = number("refreshed_at");
    private static final Field<Long> VERSION = number("version");
    private static final Field<Long> DUE_AT = number("due_at");
    private static final Field<Integer> IS_EXPIRED = integer("is_expired");
    private static final Field<Long> TRAINED_AT = number("trained_at");
    private static final Field<Long> LEARNED_FROM = number("learned_from");
    private static final Field<Long> LEARNED_TO = number("learned_to");
    private static final Field<Long> DEVICES = number("devices");
    private static final Field<Long> EXCLUDED = number("excluded");
    private static final Field<String> DATA_HASH = text("data_hash");
    private static final Field<String> BYTES = text("model");
    private static final Field<String> DEVICE = text("device");
    private static final Field<Long> EARLIEST = number("earliest");
    private static final Field<Long> LATEST = number("latest");
    private static final Field<String> CHECKPOINT = text("training");
    private static final List<Field<?>> COLUMNS = List.of(
            ACCOUNT,
            REGION,
            PROFILE,
            BEHAVIOR,
            TARGET,
            METRIC,
            DIMENSION,
            CREATED_AT,
            COLLECTING_SINCE,
            POINTS,
            REFRESHED_AT,
            VERSION,
            DUE_AT,
            IS_EXPIRED);
    private static final List<Field<?>> DESCRIPTION =
            List.of(VERSION, TRAINED_AT, LEARNED_FROM, LEARNED_TO, POINTS, DEVICES, EXCLUDED, DATA_HASH);

    @Override
    public List<BehaviorModel> all(Tx tx) {
        return models(tx, noCondition());
    }

    @Override
    public List<BehaviorModel> list(Tx tx, AccountRegion scope) {
        return models(tx, Tenant.is(scope));
    }

    private static List<BehaviorModel> models(Tx tx, Condition condition) {
        return SqlTx.dsl(tx)
                .select(COLUMNS)
                .from(MODEL)
                .where(condition)
                .orderBy(ACCOUNT, REGION, PROFILE, BEHAVIOR, TARGET)
                .fetch(JdbcBehaviorModels::model);
    }

    @Override
    public void put(Tx tx, BehaviorModel model) {
        Measurand measurand = model.key().measurand();
        SqlTx.dsl(tx)
                .insertInto(MODEL)
                .set(row(model.key()))
                .set(METRIC, measurand.metric().name())
                .set(DIMENSION, DimensionColumn.write(measurand.dimension()))
                .set(CREATED_AT, model.createdAt().toEpochMilli())
                .set(COLLECTING_SINCE, millis(model.collectingSince()))
                .set(POINTS, model.points())
                .set(REFRESHED_AT, millis(model.refreshedAt()))
                .set(VERSION, model.version())
                .set(DUE_AT, model.dueAt().toEpochMilli())
                .set(IS_EXPIRED, model.isExpired() ? 1 : 0)
                .onConflict(ACCOUNT, REGION, PROFILE, BEHAVIOR, TARGET)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public void remove(Tx tx, ModelKey key) {
        for (Table<Record> table : List.of(MODEL, KEPT_VERSION, TRAINING)) {
            SqlTx.dsl(tx).deleteFrom(table).where(is(key)).execute();
        }
    }

    @Override
    public void keep(Tx tx, ModelKey key, KeptModel kept, int most) {
        ModelVersion version = kept.version();
        SqlTx.dsl(tx)
                .insertInto(KEPT_VERSION)
                .set(row(key))
                .set(VERSION, version.version())
                .set(TRAINED_AT, version.trainedAt().toEpochMilli())
                .set(LEARNED_FROM, version.from().toEpochMilli())
                .set(LEARNED_TO, version.to().toEpochMilli())
                .set(POINTS, version.points())
                .set(DEVICES, version.devices())
                .set(EXCLUDED, version.excluded())
                .set(DATA_HASH, version.dataHash())
                .set(BYTES, Base64.getEncoder().encodeToString(kept.model()))
                .execute();
        SqlTx.dsl(tx)
                .deleteFrom(KEPT_VERSION)
                .where(is(key).and(VERSION.le(version.version() - most)))
                .execute();
    }

    @Override
    public @Nullable KeptModel newest(Tx tx, ModelKey key) {
        var columns = new ArrayList<>(DESCRIPTION);
        columns.add(BYTES);
        return SqlTx.dsl(tx)
                .select(columns)
                .from(KEPT_VERSION)
                .where(is(key))
                .orderBy(VERSION.desc())
                .limit(1)
                .fetchOne(row -> new KeptModel(version(row), Base64.getDecoder().decode(row.get(BYTES))));
    }

    @Override
    public List<TargetVersion> versions(Tx tx, AccountRegion scope, String profile, String behavior) {
        var columns = new ArrayList<>(DESCRIPTION);
        columns.add(TARGET);
        return SqlTx.dsl(tx)
                .select(columns)
                .from(KEPT_VERSION)
                .where(Tenant.is(scope).and(PROFILE.eq(profile)).and(BEHAVIOR.eq(behavior)))
                .orderBy(TRAINED_AT.desc(), VERSION.desc(), TARGET)
                .fetch(row -> new TargetVersion(target(scope, row), version(row)));
    }

    @Override
    public void save(Tx tx, ModelKey key, TrainingProgress progress) {
        SqlTx.dsl(tx)
                .insertInto(TRAINING)
                .set(row(key))
                .set(LEARNED_TO, progress.to().toEpochMilli())
                .set(DEVICE, progress.cursor())
                .set(POINTS, progress.points())
                .set(EXCLUDED, progress.excluded())
                .set(EARLIEST, millis(progress.earliest()))
                .set(LATEST, millis(progress.latest()))
                .set(CHECKPOINT, Base64.getEncoder().encodeToString(progress.checkpoint()))
                .onConflict(ACCOUNT, REGION, PROFILE, BEHAVIOR, TARGET)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public @Nullable TrainingProgress progress(Tx tx, ModelKey key) {
        return SqlTx.dsl(tx)
                .select(LEARNED_TO, DEVICE, POINTS, EXCLUDED, EARLIEST, LATEST, CHECKPOINT)
                .from(TRAINING)
                .where(is(key))
                .fetchOne(row -> new TrainingProgress(
                        Instant.ofEpochMilli(row.get(LEARNED_TO)),
                        row.get(DEVICE),
                        row.get(POINTS),
                        row.get(EXCLUDED),
                        instant(row.get(EARLIEST)),
                        instant(row.get(LATEST)),
                        Base64.getDecoder().decode(row.get(CHECKPOINT))));
    }

    @Override
    public void forgetProgress(Tx tx, ModelKey key) {
        SqlTx.dsl(tx).deleteFrom(TRAINING).where(is(key)).execute();
    }

    private static Condition is(ModelKey key) {
        return Tenant.is(key.scope())
                .and(PROFILE.eq(key.profile()))
                .and(BEHAVIOR.eq(key.behavior()))
                .and(TARGET.eq(arn(key)));
    }

    private static Map<Field<?>, Object> row(ModelKey key) {
        Map<Field<?>, Object> row = Tenant.row(key.scope());
        row.put(PROFILE, key.profile());
        row.put(BEHAVIOR, key.behavior());
        row.put(TARGET, arn(key));
        return row;
    }

    private static String arn(ModelKey key) {
        return key.target().arn(key.scope()).toString();
    }

    private static ProfileTarget target(AccountRegion scope, Record row) {
        ProfileTarget target = ProfileTarget.ofArn(scope, row.get(TARGET));
        if (target == null) {
            throw new IllegalStateException("a stored model is of an unknown target: " + row.get(TARGET));
        }
        return target;
    }

    /** Only numbers are learned. */
    private static BehaviorModel model(Record row) {
        Metric metric = Metrics.of(row.get(METRIC), MetricValue.Kind.NUMBER);
        if (metric == null) {
            throw new IllegalStateException("a stored model is of an unknown metric: " + row.get(METRIC));
        }
        var measurand = new Measurand(metric, DimensionColumn.read(row.get(DIMENSION)));
        AccountRegion scope = Tenant.of(row);
        var subject = new LearnedSubject(scope, row.get(PROFILE), row.get(BEHAVIOR), measurand);
        return new BehaviorModel(
                new ModelKey(subject, target(scope, row)),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                instant(row.get(COLLECTING_SINCE)),
                row.get(POINTS),
                instant(row.get(REFRESHED_AT)),
                row.get(VERSION),
                Instant.ofEpochMilli(row.get(DUE_AT)),
                row.get(IS_EXPIRED) == 1);
    }

    private static ModelVersion version(Record row) {
        return new ModelVersion(
                row.get(VERSION),
                Instant.ofEpochMilli(row.get(TRAINED_AT)),
                Instant.ofEpochMilli(row.get(LEARNED_FROM)),
                Instant.ofEpochMilli(row.get(LEARNED_TO)),
                row.get(POINTS),
                row.get(DEVICES),
                row.get(EXCLUDED),
                row.get(DATA_HASH));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
