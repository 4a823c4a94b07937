// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import static io.fleetward.store.Tenant.number;
import static io.fleetward.store.Tenant.text;

import io.fleetward.audit.task.CheckRun;
import io.fleetward.audit.task.CheckRunStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The columns that say where a check of a task stands. */
final class CheckRunColumns {
    private static final Field<String> STATUS = text("status");
    private static final Field<Long> TOTAL = number("total");
    private static final Field<Long> NON_COMPLIANT = number("non_compliant");
    private static final Field<Long> SUPPRESSED = number("suppressed");
    private static final Field<String> ERROR_CODE = text("error_code");
    private static final Field<String> MESSAGE = text("message");

    static final List<Field<?>> ALL = List.of(STATUS, TOTAL, NON_COMPLIANT, SUPPRESSED, ERROR_CODE, MESSAGE);

    private CheckRunColumns() {}

    static Map<Field<?>, @Nullable Object> row(CheckRun run) {
        var row = new HashMap<Field<?>, @Nullable Object>();
        ALL.forEach(column -> row.put(column, null));
        row.put(STATUS, run.status().name());
        switch (run) {
            case CheckRun.Completed completed -> {
                row.put(TOTAL, completed.total());
                row.put(NON_COMPLIANT, completed.nonCompliant());
                row.put(SUPPRESSED, completed.suppressed());
            }
            case CheckRun.Failed failed -> {
                row.put(ERROR_CODE, failed.code() == null ? null : failed.code().name());
                row.put(MESSAGE, failed.message());
            }
            case CheckRun.InProgress _, CheckRun.Waiting _, CheckRun.Canceled _ -> {}
        }
        return row;
    }

    static CheckRun run(Record row) {
        return switch (CheckRunStatus.valueOf(row.get(STATUS))) {
            case IN_PROGRESS -> new CheckRun.InProgress();
            case WAITING_FOR_DATA_COLLECTION -> new CheckRun.Waiting();
            case CANCELED -> new CheckRun.Canceled();
            case COMPLETED_COMPLIANT, COMPLETED_NON_COMPLIANT ->
                new CheckRun.Completed(row.get(TOTAL), row.get(NON_COMPLIANT), row.get(SUPPRESSED));
            case FAILED -> failed(row.get(ERROR_CODE), row.get(MESSAGE));
        };
    }

    private static CheckRun failed(@Nullable String code, String message) {
        return new CheckRun.Failed(code == null ? null : CheckRun.FailureCode.valueOf(code), message);
    }
}
