// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Up to when values of metrics have been exported, by account and region. Thread-safe. */
public interface ExportProgress {
    /** Values from up to this instant, itself included, have been exported; null where nothing ever was. */
    @Nullable
    Instant exportedThrough(Tx tx, AccountRegion scope);

    void put(Tx tx, AccountRegion scope, Instant exportedThrough);
}
