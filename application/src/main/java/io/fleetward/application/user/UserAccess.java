// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.Account;
import io.fleetward.application.identity.Accounts;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which accounts a session reaches, and as whom it calls there. Thread-safe; blocks. */
public final class UserAccess {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Organization organization;

    public UserAccess(Transactions transactions, Accounts accounts, Organization organization) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.organization = organization;
    }

    /** The caller that the session is in that account and region; null when it may not work there. */
    public @Nullable Caller caller(Session session, AccountRegion scope, String sourceIp) {
        return reaches(session, scope.account())
                ? new Caller(scope, session.user().arn(), session.id(), session.roles(), sourceIp)
                : null;
    }

    /** The accounts that the session may work in, the user's own first. */
    public List<AccountId> accounts(Session session) {
        AccountId own = session.user().account();
        List<AccountId> others = transactions.read(accounts::all).stream()
                .map(Account::id)
                .filter(account -> !account.equals(own))
                .toList();
        return Stream.concat(Stream.of(own), others.stream())
                .filter(session.scope()::includes)
                .toList();
    }

    private boolean reaches(Session session, AccountId account) {
        return session.scope().includes(account)
                && (account.equals(session.user().account())
                        || transactions.read(tx -> organization.contains(tx, account)));
    }
}
