// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.text;

import io.fleetward.application.detect.ViolationFilter;
import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.BehaviorJson;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.store.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The columns in which violations and their events say who broke what. */
final class ViolationColumns {
    static final Field<String> THING = text("thing");
    static final Field<Integer> IS_REGISTERED = integer("is_registered");
    static final Field<String> PROFILE = text("profile");
    static final Field<String> BEHAVIOR = text("behavior");
    static final Field<String> CRITERIA_TYPE = text("criteria_type");
    static final Field<Integer> IS_SUPPRESSED = integer("is_suppressed");
    static final List<Field<?>> ALL = List.of(THING, IS_REGISTERED, PROFILE, BEHAVIOR, CRITERIA_TYPE, IS_SUPPRESSED);

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ViolationColumns() {}

    /** A row of the tenant with these columns filled. */
    static Map<Field<?>, Object> row(AlarmKey key, Behavior behavior) {
        Map<Field<?>, Object> row = Tenant.row(key.device().scope());
        row.put(THING, key.device().name());
        row.put(IS_REGISTERED, key.device().isRegistered() ? 1 : 0);
        row.put(PROFILE, key.profile());
        row.put(BEHAVIOR, BehaviorJson.write(behavior).toString());
        row.put(CRITERIA_TYPE, behavior.criteria().type().name());
        row.put(IS_SUPPRESSED, behavior.isSuppressed() ? 1 : 0);
        return row;
    }

    static Behavior behavior(Record row) {
        return BehaviorJson.read(MAPPER.readTree(row.get(BEHAVIOR)));
    }

    static AlarmKey key(Record row, Behavior behavior) {
        var device = new DeviceKey(Tenant.of(row), row.get(THING), row.get(IS_REGISTERED) == 1);
        return new AlarmKey(device, row.get(PROFILE), behavior.name());
    }

    /** The conditions of the filter on these columns. */
    static Condition fits(ViolationFilter filter) {
        var conditions = new ArrayList<Condition>();
        if (filter.thing() != null) {
            conditions.add(THING.eq(filter.thing()));
        }
        if (filter.profile() != null) {
            conditions.add(PROFILE.eq(filter.profile()));
        }
        if (filter.criteriaType() != null) {
            conditions.add(CRITERIA_TYPE.eq(filter.criteriaType().name()));
        }
        if (filter.suppressed() != null) {
            conditions.add(IS_SUPPRESSED.eq(filter.suppressed() ? 1 : 0));
        }
        return DSL.and(conditions);
    }

    static @Nullable String json(@Nullable MetricValue value) {
        return value == null ? null : MetricValueJson.write(value).toString();
    }

    static @Nullable MetricValue value(@Nullable String text) {
        return text == null ? null : MetricValueJson.read(MAPPER.readTree(text));
    }
}
