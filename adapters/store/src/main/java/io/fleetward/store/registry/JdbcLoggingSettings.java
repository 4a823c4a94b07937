// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.integer;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.registry.account.LoggingSettings;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.account.LogLevel;
import io.fleetward.registry.account.LoggingOptions;
import io.fleetward.registry.account.LoggingOptions.EventLogging;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code logging_options}. Thread-safe. */
public final class JdbcLoggingSettings implements LoggingSettings {
    private static final Table<Record> LOGGING_OPTIONS = table(name("logging_options"));
    private static final Field<String> ROLE_ARN = text("role_arn");
    private static final Field<String> DEFAULT_LEVEL = text("default_level");
    private static final Field<Integer> DISABLE_ALL_LOGS = integer("disable_all_logs");
    private static final Field<String> EVENTS = text("events");

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<List<EventLogging>> EVENT_LIST = new TypeReference<>() {};

    @Override
    public @Nullable LoggingOptions find(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(ROLE_ARN, DEFAULT_LEVEL, DISABLE_ALL_LOGS, EVENTS)
                .from(LOGGING_OPTIONS)
                .where(Tenant.is(scope))
                .fetchOne(JdbcLoggingSettings::options);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, LoggingOptions options) {
        LogLevel level = options.defaultLevel();
        SqlTx.dsl(tx)
                .insertInto(LOGGING_OPTIONS)
                .set(ACCOUNT, scope.account().value())
                .set(REGION, scope.region().value())
                .set(ROLE_ARN, options.roleArn())
                .set(DEFAULT_LEVEL, level == null ? null : level.name())
                .set(DISABLE_ALL_LOGS, options.disableAllLogs() ? 1 : 0)
                .set(EVENTS, MAPPER.writeValueAsString(options.events()))
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static LoggingOptions options(Record row) {
        String level = row.get(DEFAULT_LEVEL);
        return new LoggingOptions(
                row.get(ROLE_ARN),
                level == null ? null : LogLevel.valueOf(level),
                row.get(DISABLE_ALL_LOGS) == 1,
                MAPPER.readValue(row.get(EVENTS), EVENT_LIST));
    }
}
