// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.ACCOUNT;
import static io.fleetward.store.Tenant.REGION;
import static io.fleetward.store.Tenant.text;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.audit.AuditConfigurations;
import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.CheckConfiguration;
import io.fleetward.audit.configuration.NotificationTarget;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code audit_configuration}. Thread-safe. */
public final class JdbcAuditConfigurations implements AuditConfigurations {
    private static final Table<Record> CONFIGURATION = table(name("audit_configuration"));
    private static final Field<String> ROLE_ARN = text("role_arn");
    private static final Field<String> TARGET = text("target");
    private static final Field<String> CHECKS = text("checks");
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final TypeReference<Map<String, CheckState>> CHECK_STATES = new TypeReference<>() {};

    /** A check as it stands in the column of checks. */
    private record CheckState(boolean enabled, Map<String, Integer> settings) {}

    /** A notification target as it stands in its column. */
    private record TargetState(
            @Nullable String targetArn, @Nullable String roleArn, boolean enabled) {}

    @Override
    public @Nullable AuditConfiguration find(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx)
                .select(ROLE_ARN, TARGET, CHECKS)
                .from(CONFIGURATION)
                .where(Tenant.is(scope))
                .fetchOne(JdbcAuditConfigurations::configuration);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, AuditConfiguration configuration) {
        SqlTx.dsl(tx)
                .insertInto(CONFIGURATION)
                .set(Tenant.row(scope))
                .set(ROLE_ARN, configuration.roleArn())
                .set(TARGET, target(configuration.target()))
                .set(CHECKS, checks(configuration.checks()))
                .onConflict(ACCOUNT, REGION)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope) {
        return SqlTx.dsl(tx).deleteFrom(CONFIGURATION).where(Tenant.is(scope)).execute() > 0;
    }

    private static AuditConfiguration configuration(Record row) {
        return new AuditConfiguration(row.get(ROLE_ARN), target(row.get(TARGET)), checks(row.get(CHECKS)));
    }

    private static @Nullable String target(@Nullable NotificationTarget target) {
        return target == null
                ? null
                : MAPPER.writeValueAsString(new TargetState(target.targetArn(), target.roleArn(), target.isEnabled()));
    }

    private static @Nullable NotificationTarget target(@Nullable String json) {
        if (json == null) {
            return null;
        }
        TargetState state = MAPPER.readValue(json, TargetState.class);
        return new NotificationTarget(state.targetArn(), state.roleArn(), state.enabled());
    }

    private static String checks(Map<CheckName, CheckConfiguration> checks) {
        var states = new TreeMap<String, CheckState>();
        checks.forEach((name, check) -> states.put(
                name.value(), new CheckState(check.isEnabled(), check.settings().stored())));
        return MAPPER.writeValueAsString(states);
    }

    private static Map<CheckName, CheckConfiguration> checks(String json) {
        var checks = new HashMap<CheckName, CheckConfiguration>();
        MAPPER.readValue(json, CHECK_STATES)
                .forEach((name, state) -> checks.put(
                        new CheckName(name),
                        new CheckConfiguration(state.enabled(), new CheckSettings(state.settings()))));
        return checks;
    }
}
