// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.identity.AccessKey;
import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.AccessKeys;
import io.fleetward.application.identity.KeyLimits;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import io.fleetward.store.SqlTx;
import io.fleetward.store.secret.SecretCipher;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table {@code access_key}; secrets are sealed for the id of their key. Thread-safe. */
public final class JdbcAccessKeys implements AccessKeys {
    private static final Table<Record> ACCESS_KEY = table(name("access_key"));
    private static final Field<String> ID = field(name("id"), SQLDataType.CLOB);
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> USER = field(name("user_name"), SQLDataType.CLOB);
    private static final Field<String> ROLE = field(name("role"), SQLDataType.CLOB);
    private static final Field<String> SECRET = field(name("secret"), SQLDataType.CLOB);
    private static final Field<Integer> IS_ACTIVE = field(name("is_active"), SQLDataType.INTEGER);
    private static final Field<Long> CREATED_AT = field(name("created_at"), SQLDataType.BIGINT);

    private static final Field<Long> EXPIRES_AT = field(name("expires_at"), SQLDataType.BIGINT);
    private static final Field<String> REGIONS = field(name("regions"), SQLDataType.CLOB);
    private static final Field<Long> LAST_USED_AT = field(name("last_used_at"), SQLDataType.BIGINT);
    private static final String SEPARATOR = ",";

    private final SecretCipher cipher;

    public JdbcAccessKeys(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public void put(Tx tx, AccessKey key) {
        SqlTx.dsl(tx)
                .insertInto(ACCESS_KEY)
                .set(ID, key.id())
                .set(ACCOUNT, key.account().value())
                .set(USER, key.user())
                .set(ROLE, key.role().wireName())
                .set(SECRET, cipher.seal(key.secret().value(), key.id()))
                .set(IS_ACTIVE, key.isActive() ? 1 : 0)
                .set(CREATED_AT, key.createdAt().toEpochMilli())
                .set(EXPIRES_AT, millis(key.limits().expiresAt()))
                .set(
                        REGIONS,
                        key.limits().regions().stream()
                                .map(Region::value)
                                .sorted()
                                .collect(Collectors.joining(SEPARATOR)))
                .set(LAST_USED_AT, millis(key.lastUsedAt()))
                .onConflict(ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public @Nullable AccessKey find(Tx tx, String id) {
        return select(tx).where(ID.eq(id)).fetchOne(this::key);
    }

    @Override
    public void used(Tx tx, String id, Instant at) {
        SqlTx.dsl(tx)
                .update(ACCESS_KEY)
                .set(LAST_USED_AT, at.toEpochMilli())
                .where(ID.eq(id))
                .execute();
    }

    @Override
    public boolean remove(Tx tx, String id) {
        return SqlTx.dsl(tx).deleteFrom(ACCESS_KEY).where(ID.eq(id)).execute() == 1;
    }

    @Override
    public Page<AccessKey> ofAccount(Tx tx, AccountId account, PageRequest page) {
        Condition beyond = page.after() == null ? noCondition() : ID.gt(page.after());
        List<AccessKey> found = select(tx)
                .where(ACCOUNT.eq(account.value()).and(beyond))
                .orderBy(ID)
                .limit(page.limit() + 1)
                .fetch(this::key);
        return Page.cut(found, page.limit(), AccessKey::id);
    }

    @Override
    public List<AccessKey> active(Tx tx) {
        return select(tx).where(IS_ACTIVE.eq(1)).orderBy(CREATED_AT, ID).fetch(this::key);
    }

    private static SelectWhereStep<? extends Record> select(Tx tx) {
        return SqlTx.dsl(tx)
                .select(ID, ACCOUNT, USER, ROLE, SECRET, IS_ACTIVE, CREATED_AT, EXPIRES_AT, REGIONS, LAST_USED_AT)
                .from(ACCESS_KEY);
    }

    private AccessKey key(Record row) {
        String id = row.get(ID);
        return new AccessKey(
                id,
                new AccountId(row.get(ACCOUNT)),
                row.get(USER),
                Objects.requireNonNull(Role.named(row.get(ROLE)), "role"),
                new AccessKeySecret(cipher.open(row.get(SECRET), id)),
                row.get(IS_ACTIVE) == 1,
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                new KeyLimits(instant(row.get(EXPIRES_AT)), regions(row.get(REGIONS))),
                instant(row.get(LAST_USED_AT)));
    }

    private static Set<Region> regions(String names) {
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(SEPARATOR, -1)).map(Region::new).collect(Collectors.toSet());
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
