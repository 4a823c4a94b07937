// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Executes one statement for many rows: prepared once, sent together. */
final class RowBatch {
    private RowBatch() {}

    /** Executes the statement once per row, whose values replace those it was written with. */
    static void execute(DSLContext dsl, Query statement, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            dsl.batch(statement).bind(rows.toArray(Object[][]::new)).execute();
        }
    }
}
