// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.view;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saves, lists and deletes views; everybody changes his own alone. Thread-safe; blocks. */
public final class ViewAdministration {
    /** Most views that one owner has in an account and region. */
    public static final int MOST_OF_OWNER = 100;

    private final Transactions transactions;
    private final SavedViews views;

    public ViewAdministration(Transactions transactions, SavedViews views) {
        this.transactions = transactions;
        this.views = views;
    }

    /** Saves the caller's view, in the place of one of that page and name. */
    public SavedView put(CallContext by, String page, String name, String state, boolean isShared) {
        String owner = by.caller().arn();
        var view = new SavedView(by.scope(), page, name, owner, state, isShared, by.at());
        transactions.change(tx -> {
            boolean isNew = views.find(tx, by.scope(), page, name, owner) == null;
            if (isNew && ownCount(views.seenBy(tx, by.scope(), owner), owner) >= MOST_OF_OWNER) {
                throw new ApiException(IotError.LIMIT_EXCEEDED, "Nobody has more than " + MOST_OF_OWNER + " views");
            }
            views.put(tx, view);
        });
        return view;
    }

    /** The caller's views and those that others share, of one page or, with null, of all. */
    public List<SavedView> list(CallContext by, @Nullable String page) {
        AccountRegion scope = by.scope();
        return transactions.read(tx -> views.seenBy(tx, scope, by.caller().arn())).stream()
                .filter(view -> page == null || view.page().equals(page))
                .toList();
    }

    /** Deletes the caller's view, if there is one. */
    public void delete(CallContext by, String page, String name) {
        transactions.change(
                tx -> views.remove(tx, by.scope(), page, name, by.caller().arn()));
    }

    private static long ownCount(List<SavedView> seen, String owner) {
        return seen.stream().filter(view -> view.owner().equals(owner)).count();
    }
}
