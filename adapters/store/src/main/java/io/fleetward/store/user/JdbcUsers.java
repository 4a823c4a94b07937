// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.user;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import io.fleetward.application.identity.Role;
import io.fleetward.application.store.Tx;
import io.fleetward.application.user.AccountScope;
import io.fleetward.application.user.PasswordHash;
import io.fleetward.application.user.User;
import io.fleetward.application.user.UserId;
import io.fleetward.application.user.Users;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.store.SqlTx;
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

/** The table {@code console_user}. Thread-safe. */
public final class JdbcUsers implements Users {
    private static final Table<Record> CONSOLE_USER = table(name("console_user"));
    private static final Field<String> ACCOUNT = field(name("account"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<String> ROLES = field(name("roles"), SQLDataType.CLOB);
    private static final Field<String> ACCOUNTS = field(name("accounts"), SQLDataType.CLOB);
    private static final Field<String> PASSWORD_HASH = field(name("password_hash"), SQLDataType.CLOB);
    private static final Field<Integer> MUST_CHANGE = field(name("must_change"), SQLDataType.INTEGER);
    private static final Field<Integer> IS_DISABLED = field(name("is_disabled"), SQLDataType.INTEGER);
    private static final Field<Long> REVISION = field(name("revision"), SQLDataType.BIGINT);
    private static final Field<Long> CREATED_AT = field(name("created_at"), SQLDataType.BIGINT);
    private static final Field<Long> LAST_SIGN_IN_AT = field(name("last_sign_in_at"), SQLDataType.BIGINT);

    private static final String EVERY_ACCOUNT = "*";
    private static final String SEPARATOR = ",";

    @Override
    public void put(Tx tx, User user) {
        Instant signedIn = user.lastSignInAt();
        SqlTx.dsl(tx)
                .insertInto(CONSOLE_USER)
                .set(ACCOUNT, user.id().account().value())
                .set(NAME, user.id().name())
                .set(ROLES, user.roles().stream().map(Role::wireName).sorted().collect(Collectors.joining(SEPARATOR)))
                .set(ACCOUNTS, accounts(user.scope()))
                .set(PASSWORD_HASH, user.password().encoded())
                .set(MUST_CHANGE, user.mustChange() ? 1 : 0)
                .set(IS_DISABLED, user.isDisabled() ? 1 : 0)
                .set(REVISION, user.revision())
                .set(CREATED_AT, user.createdAt().toEpochMilli())
                .set(LAST_SIGN_IN_AT, signedIn == null ? null : signedIn.toEpochMilli())
                .onConflict(ACCOUNT, NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    @Override
    public @Nullable User find(Tx tx, UserId id) {
        return select(tx).where(is(id)).fetchOne(JdbcUsers::user);
    }

    @Override
    public boolean remove(Tx tx, UserId id) {
        return SqlTx.dsl(tx).deleteFrom(CONSOLE_USER).where(is(id)).execute() == 1;
    }

    @Override
    public Page<User> ofAccount(Tx tx, AccountId account, PageRequest page) {
        Condition beyond = page.after() == null ? noCondition() : NAME.gt(page.after());
        List<User> found = select(tx)
                .where(ACCOUNT.eq(account.value()).and(beyond))
                .orderBy(NAME)
                .limit(page.limit() + 1)
                .fetch(JdbcUsers::user);
        return Page.cut(found, page.limit(), user -> user.id().name());
    }

    private static Condition is(UserId id) {
        return ACCOUNT.eq(id.account().value()).and(NAME.eq(id.name()));
    }

    private static SelectWhereStep<? extends Record> select(Tx tx) {
        return SqlTx.dsl(tx)
                .select(
                        ACCOUNT,
                        NAME,
                        ROLES,
                        ACCOUNTS,
                        PASSWORD_HASH,
                        MUST_CHANGE,
                        IS_DISABLED,
                        REVISION,
                        CREATED_AT,
                        LAST_SIGN_IN_AT)
                .from(CONSOLE_USER);
    }

    private static User user(Record row) {
        Long signedIn = row.get(LAST_SIGN_IN_AT);
        return new User(
                new UserId(new AccountId(row.get(ACCOUNT)), row.get(NAME)),
                Arrays.stream(row.get(ROLES).split(SEPARATOR, -1))
                        .map(role -> Objects.requireNonNull(Role.named(role), "role"))
                        .collect(Collectors.toSet()),
                scope(row.get(ACCOUNTS)),
                new PasswordHash(row.get(PASSWORD_HASH)),
                row.get(MUST_CHANGE) == 1,
                row.get(IS_DISABLED) == 1,
                row.get(REVISION),
                Instant.ofEpochMilli(row.get(CREATED_AT)),
                signedIn == null ? null : Instant.ofEpochMilli(signedIn));
    }

    private static String accounts(AccountScope scope) {
        return scope.isEvery()
                ? EVERY_ACCOUNT
                : scope.accounts().stream().map(AccountId::value).sorted().collect(Collectors.joining(SEPARATOR));
    }

    private static AccountScope scope(String accounts) {
        if (accounts.equals(EVERY_ACCOUNT)) {
            return AccountScope.EVERY;
        }
        Set<AccountId> named =
                Arrays.stream(accounts.split(SEPARATOR, -1)).map(AccountId::new).collect(Collectors.toSet());
        return AccountScope.of(named);
    }
}
