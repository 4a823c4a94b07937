// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.view.RegistryView;
import io.fleetward.kernel.AccountRegion;

/** Opens the view of an account's configuration that an audit judges. Thread-safe. */
public interface RegistryViews {
    /**
     * A view for one task, used by one thread; each part is read when it is first asked for and then stays as it is.
     * Asking may throw when the store fails.
     */
    RegistryView open(AccountRegion scope);

    /** As {@link #open(AccountRegion)}, of an account that seems to have no other resource of its type than this one. */
    RegistryView open(AccountRegion scope, ChangedResource resource);
}
