// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Opens the view of an account's configuration that an audit judges. Thread-safe. */
public interface RegistryViews {
    /**
     * A view for one task, used by one thread; each part is read when it is first asked for and then stays as it is.
     * Asking may throw when the store fails.
     *
     * @param previousRun when the schedule that runs now ran before, null for none
     */
    RegistryView openAfter(AccountRegion scope, @Nullable Instant previousRun);

    /** A view of an account that seems to have no other resource of its type than this one, used like the other. */
    RegistryView open(AccountRegion scope, ChangedResource resource);

    /** From when on enough will have been recorded of connections to be judged. */
    default Instant connectionsReadyAt() {
        return Instant.MIN;
    }
}
