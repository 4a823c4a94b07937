// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.FindingGroups;
import io.fleetward.application.hub.FindingGroupsContract;
import io.fleetward.application.hub.Findings;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.SqlTx;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Findings that were stored before there were kinds are counted with those that were stored after. */
class JdbcFindingGroupsBeforeKindsTest extends FindingGroupsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Findings findings() {
        return new JdbcFindings();
    }

    @Override
    protected FindingGroups groups() {
        return new JdbcFindingGroups();
    }

    /** Takes half of the kinds away, as if their findings had been stored by an older server. */
    @Override
    protected void age() {
        transactions().change(tx -> {
            DSLContext dsl = SqlTx.dsl(tx);
            Condition isOld = FindingTable.KIND.mod(2).eq(0);
            dsl.update(FindingTable.FINDING)
                    .set(FindingTable.KIND, DSL.castNull(FindingTable.KIND))
                    .where(isOld)
                    .execute();
            dsl.update(FindingTable.FINDING_RESOURCE)
                    .set(FindingTable.KIND, DSL.castNull(FindingTable.KIND))
                    .where(isOld)
                    .execute();
            dsl.deleteFrom(DSL.table("finding_kind")).where(isOld).execute();
            dsl.deleteFrom(DSL.table("finding_kind_count")).where(isOld).execute();
        });
    }
}
