// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.profile.SecurityProfile;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds security profiles by their content, by reading all profiles of the account: there are few, and asking is rare.
 *
 * <p>Thread-safe.
 */
final class ProfileSearch {
    private static final int SCAN = 250;
    private static final int SHOWN = 5;

    private final SecurityProfiles profiles;

    ProfileSearch(SecurityProfiles profiles) {
        this.profiles = profiles;
    }

    /** The profiles that are wanted, by name; the sort key is the name. */
    Page<SecurityProfile> find(Tx tx, AccountRegion scope, Predicate<SecurityProfile> isWanted, PageRequest page) {
        List<SecurityProfile> found = new ArrayList<>();
        String after = page.after();
        do {
            Page<SecurityProfile> next = profiles.list(tx, scope, new PageRequest(SCAN, after));
            next.items().stream().filter(isWanted).forEach(found::add);
            after = next.next();
        } while (after != null && found.size() <= page.limit());
        return Page.cut(
                found.subList(0, Math.min(found.size(), page.limit() + 1)), page.limit(), SecurityProfile::name);
    }

    /** The names of some profiles that are wanted, for a refusal; empty when there is none. */
    List<String> names(Tx tx, AccountRegion scope, Predicate<SecurityProfile> isWanted) {
        return find(tx, scope, isWanted, PageRequest.first(SHOWN))
                .map(SecurityProfile::name)
                .items();
    }
}
