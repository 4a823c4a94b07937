// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import java.util.concurrent.atomic.LongAdder;

/** Counts what came of findings since the process started. Thread-safe. */
public final class ImportCounters {
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    /** Findings created, updated or known already. */
    public long accepted() {
        return accepted.sum();
    }

    /** Findings that were wrong or not allowed. */
    public long refused() {
        return refused.sum();
    }

    /** Findings of the platform that nobody wanted: the hub or the product was off. */
    public long dropped() {
        return dropped.sum();
    }

    void count(ImportReport report) {
        accepted.add(report.successCount());
        refused.add(report.failures().size());
    }

    void drop(int findings) {
        dropped.add(findings);
    }
}
