// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.custom.CustomCheck;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks that accounts wrote themselves. Thread-safe. */
public interface CustomChecks {
    /** The check of this name, or null. */
    @Nullable
    Kept find(Tx tx, AccountRegion scope, CheckName name);

    /** Inserts the check, or replaces the one of its name. */
    void put(Tx tx, AccountRegion scope, Kept check);

    /** Removes the check; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, CheckName name);

    /** The account's checks, by name. */
    List<Kept> of(Tx tx, AccountRegion scope);

    /** A check, and when it was created and last changed. Immutable. */
    record Kept(CustomCheck check, Instant createdAt, Instant modifiedAt) {}
}
