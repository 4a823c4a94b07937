// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two tenants' rows of a table that has two indexes on account and region and that was never analyzed since. */
class KeyedRowsOnPostgresTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    private static final Table<Record> ROWS = table(name("finding_history"));
    private static final Field<String> KEY = Tenant.text("finding_key");
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "eu-central-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "eu-central-1");
    private static final List<String> ASKED =
            IntStream.range(0, 100).mapToObj(i -> "key-" + 40 * i).toList();

    @BeforeEach
    void fill() {
        DATABASE.sql().change(tx -> {
            for (AccountRegion tenant : List.of(HERE, THERE)) {
                SqlTx.dsl(tx)
                        .execute(
                                "INSERT INTO finding_history SELECT ?, ?, 'key-' || n, 1, n, 1, '', '', repeat('x', 1500)"
                                        + " FROM generate_series(0, 4999) n",
                                tenant.account().value(),
                                tenant.region().value());
            }
        });
    }

    @Test
    void fewOfManyRowsAreFoundByTheIndexOnTheirKeys() {
        String plan = ask(dsl -> dsl.explain(dsl.select(KEY).from(ROWS).where(KeyedRows.in(HERE, KEY, ASKED)))
                .plan());

        assertThat(plan).contains("finding_history_pkey").doesNotContain("finding_history_by_age");
    }

    @Test
    void rowsOfSeveralTenantsAreFoundInOneStatement() {
        Condition both = KeyedRows.in(KEY, Map.of(HERE, List.of("key-1", "key-2"), THERE, List.of("key-3", "other")));

        List<String> found = ask(dsl -> dsl.select(Tenant.ACCOUNT, KEY).from(ROWS).where(both).fetch().stream()
                .map(row -> row.value1().charAt(0) + row.value2())
                .toList());

        assertThat(found).containsExactlyInAnyOrder("0key-1", "0key-2", "1key-3");
    }

    @Test
    void noKeysAreOfNoRows() {
        int found = ask(dsl -> dsl.fetchCount(ROWS, KeyedRows.in(HERE, KEY, List.of())));

        assertThat(found).isZero();
    }

    private interface Question<T> {
        T ask(DSLContext dsl);
    }

    private static <T> T ask(Question<T> question) {
        return DATABASE.sql().read(tx -> question.ask(SqlTx.dsl(tx)));
    }
}
