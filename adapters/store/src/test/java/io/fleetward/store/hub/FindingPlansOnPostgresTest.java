// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.hub.filter.FilterKey;
import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlTx;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How PostgreSQL can find findings: whether an index has them in order at all, since a small table it always sorts. */
class FindingPlansOnPostgresTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @ParameterizedTest
    @EnumSource(names = {"SEVERITY_NORMALIZED", "TITLE", "PRODUCT_NAME", "WORKFLOW_STATUS"})
    void sortsByWhatTheConsoleShowsThroughAnIndex(FilterKey key) {
        var order = new FindingOrder(List.of(new SortKey(key, true), new SortKey(FilterKey.UPDATED_AT, true)));
        assertThat(plan(order)).contains("Index").doesNotContain("Sort Key");
    }

    private static String plan(FindingOrder order) {
        var owners = List.of(AccountRegion.of("000000000000", "us-east-1"));
        var query = new FindingQuery(FindingFilter.ALL, order);
        return DATABASE.transactions().read(tx -> {
            DSLContext dsl = SqlTx.dsl(tx);
            String sql =
                    dsl.renderInlined(new FindingSearch(dsl, owners, query, SearchBounds.STANDARD).candidates(101));
            dsl.execute("SET LOCAL enable_sort = off");
            dsl.execute("SET LOCAL enable_seqscan = off");
            return dsl.fetch("EXPLAIN " + sql).format();
        });
    }
}
