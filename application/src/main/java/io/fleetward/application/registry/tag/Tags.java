// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.tag;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.util.Map;

/** The tags on resources, by ARN. Thread-safe. */
public interface Tags {
    /** The resource's tags, sorted by key; empty when it has none. */
    Map<String, String> of(Tx tx, AccountRegion scope, Arn resource);

    /** Sets one tag, replacing the value of an equal key. */
    void put(Tx tx, AccountRegion scope, Arn resource, String key, String value);

    /** Removes one tag if it is there. */
    void remove(Tx tx, AccountRegion scope, Arn resource, String key);

    /** Removes every tag of the resource. */
    void removeAll(Tx tx, AccountRegion scope, Arn resource);
}
