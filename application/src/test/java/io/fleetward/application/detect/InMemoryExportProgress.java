// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public final class InMemoryExportProgress implements ExportProgress {
    private final InMemoryTable<String, Instant> rows = new InMemoryTable<>();

    @Override
    public @Nullable Instant exportedThrough(Tx tx, AccountRegion scope) {
        return rows.get(tx, scope.toString());
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Instant exportedThrough) {
        rows.put(tx, scope.toString(), exportedThrough);
    }
}
