// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;

/** Knows the taggable resources of one type; implemented by whoever owns the type. Thread-safe. */
public interface TaggableResources {
    /** The type as the ARN writes it before the slash, for example {@code policy} or {@code securityprofile}. */
    String arnType();

    /** Whether the resource exists; the name is whatever follows the slash in the ARN. */
    boolean exists(Tx tx, AccountRegion scope, String name);
}
