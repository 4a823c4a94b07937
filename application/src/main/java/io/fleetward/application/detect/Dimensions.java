// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.Tx;
import io.fleetward.detect.dimension.DimensionResource;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import org.jspecify.annotations.Nullable;

/** The dimensions of every account. Thread-safe. */
public interface Dimensions {
    /** The dimension, or null. */
    @Nullable
    DimensionResource find(Tx tx, AccountRegion scope, String name);

    /** The dimension that was created with this client request token, or null. */
    @Nullable
    DimensionResource findByToken(Tx tx, AccountRegion scope, String token);

    /** Keeps a dimension whose name and token are not taken. */
    void add(Tx tx, DimensionResource dimension, String token);

    /** Replaces the dimension of the same name. */
    void replace(Tx tx, DimensionResource dimension);

    /** Removes the dimension; answers whether it was there. */
    boolean remove(Tx tx, AccountRegion scope, String name);

    /** How many the account has. */
    int count(Tx tx, AccountRegion scope);

    /** The dimensions by name; the sort key is the name. */
    Page<DimensionResource> list(Tx tx, AccountRegion scope, PageRequest page);
}
