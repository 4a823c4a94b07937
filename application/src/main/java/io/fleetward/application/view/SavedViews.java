// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.view;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps views; each is named by page, name and owner. Thread-safe. */
public interface SavedViews {
    /** Adds the view or replaces the one of that page, name and owner. */
    void put(Tx tx, SavedView view);

    @Nullable
    SavedView find(Tx tx, AccountRegion scope, String page, String name, String owner);

    /** Removes the view; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, String page, String name, String owner);

    /** The owner's views and those that are shared, by page, name and owner; there are at most some hundreds. */
    List<SavedView> seenBy(Tx tx, AccountRegion scope, String owner);
}
