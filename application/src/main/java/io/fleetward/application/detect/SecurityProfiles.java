// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The security profiles of every account. Thread-safe. */
public interface SecurityProfiles {
    /** The profile, or null. */
    @Nullable
    SecurityProfile find(Tx tx, AccountRegion scope, String name);

    /** Inserts the profile, or replaces the one with its name. */
    void put(Tx tx, SecurityProfile profile);

    /** Removes the profile alone: not its attachments. Answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, String name);

    /** The profiles by name; the sort key is the name. */
    Page<SecurityProfile> list(Tx tx, AccountRegion scope, PageRequest page);

    /** Where there are security profiles at all. */
    List<AccountRegion> scopes(Tx tx);
}
