// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.Tx;
import io.fleetward.hub.standard.ControlVerdict;
import io.fleetward.hub.standard.TagRequirement;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** What one control judges. Thread-safe. */
public interface ControlSubjects {
    /** What the control says of each resource, by name; the sort key is the name. */
    Page<ControlVerdict> judge(Tx tx, AccountRegion scope, TagRequirement tags, PageRequest page);

    /** What the control says of the resource of this name; null when it says nothing or there is no such resource. */
    @Nullable
    ControlVerdict judge(Tx tx, AccountRegion scope, TagRequirement tags, String name);

    /** What verdicts on the resource of this name call it. */
    String resource(AccountRegion scope, String name);
}
