// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Organization;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.Pages;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and removes the people who may sign in to an account's console; whether the caller may is asked before.
 *
 * <p>Thread-safe; blocks. Every change of what a person may do ends his sessions. An account that has an administrator
 * keeps one.
 */
public final class UserAdministration {
    /** Most users of one account. */
    public static final int MOST = 1_000;

    private static final int SCAN = 250;

    private final Keeping keeping;
    private final PasswordHashes hashes;
    private final OneTimePasswords passwords;
    private final InstantSource clock;

    /** Where users, their sessions and the accounts are kept. */
    public record Keeping(Transactions transactions, Users users, Sessions sessions, Organization organization) {}

    public UserAdministration(Keeping keeping, PasswordHashes hashes, OneTimePasswords passwords, InstantSource clock) {
        this.keeping = keeping;
        this.hashes = hashes;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * What a user is to be able to do.
     *
     * @param roles null to leave them, or at first to be able to look
     * @param scope the accounts to work in; null to leave them, or at first for the account that keeps him
     * @param isDisabled null to leave it, or at first for a user who may sign in
     */
    public record Wish(
            @Nullable Set<Role> roles,
            @Nullable AccountScope scope,
            @Nullable Boolean isDisabled) {}

    /** A user and the password to tell him, which is told only this once and must be changed. */
    public record Introduced(User user, String oneTime) {
        @Override
        public String toString() {
            return user.toString();
        }
    }

    /** Makes a user. */
    public Introduced create(CallContext by, String name, Wish wish) {
        var id = new UserId(by.scope().account(), name);
        AccountScope scope = wish.scope() == null ? AccountScope.of(id.account()) : wish.scope();
        Set<Role> roles = wish.roles() == null ? Set.of(Role.READ_ONLY) : wish.roles();
        String password = passwords.next();
        var user = new User(
                id,
                roles,
                scope,
                hashes.of(password),
                true,
                Boolean.TRUE.equals(wish.isDisabled()),
                0,
                clock.instant(),
                null);
        keeping.transactions.change(tx -> {
            requireGrantable(tx, by, scope);
            if (keeping.users.find(tx, id) != null) {
                throw new ApiException(IotError.RESOURCE_ALREADY_EXISTS, "User " + name + " exists already");
            }
            if (all(tx, id.account()) >= MOST) {
                throw new ApiException(IotError.LIMIT_EXCEEDED, "An account has at most " + MOST + " users");
            }
            keeping.users.put(tx, user);
        });
        return new Introduced(user, password);
    }

    /** The users of the caller's account, by name. */
    public Page<User> list(CallContext by, PageRequest page) {
        return keeping.transactions.read(
                tx -> keeping.users.ofAccount(tx, by.scope().account(), page));
    }

    /** Changes what the user may do. */
    public User update(CallContext by, String name, Wish wish) {
        return keeping.transactions.write(tx -> {
            User user = require(tx, by, name);
            if (wish.scope() != null) {
                requireGrantable(tx, by, wish.scope());
            }
            return put(
                    tx,
                    user.permitted(
                            wish.roles() == null ? user.roles() : wish.roles(),
                            wish.scope() == null ? user.scope() : wish.scope(),
                            wish.isDisabled() == null ? user.isDisabled() : wish.isDisabled()));
        });
    }

    /** Gives the user a password that must be changed. */
    public Introduced resetPassword(CallContext by, String name) {
        String password = passwords.next();
        PasswordHash hash = hashes.of(password);
        User after =
                keeping.transactions.write(tx -> put(tx, require(tx, by, name).withPassword(hash, true)));
        return new Introduced(after, password);
    }

    /** Removes the user for good. */
    public void delete(CallContext by, String name) {
        keeping.transactions.change(tx -> {
            User gone = require(tx, by, name);
            keeping.users.remove(tx, gone.id());
            requireAdministrator(tx, gone.isActiveAdministrator(), gone.id().account());
            tx.afterCommit(() -> keeping.sessions.endAll(gone.id()));
        });
    }

    private User put(Tx tx, User after) {
        User before = keeping.users.find(tx, after.id());
        keeping.users.put(tx, after);
        requireAdministrator(
                tx, before != null && before.isActiveAdministrator(), after.id().account());
        tx.afterCommit(() -> keeping.sessions.endAll(after.id()));
        return after;
    }

    private User require(Tx tx, CallContext by, String name) {
        User user = UserId.isName(name)
                ? keeping.users.find(tx, new UserId(by.scope().account(), name))
                : null;
        if (user == null) {
            throw new ApiException(IotError.RESOURCE_NOT_FOUND, "User " + name + " does not exist");
        }
        return user;
    }

    /** Only the account that the installation began with lets people into others. */
    private void requireGrantable(Tx tx, CallContext by, AccountScope scope) {
        AccountId own = by.scope().account();
        if (scope.equals(AccountScope.of(own))) {
            return;
        }
        if (!own.equals(keeping.organization.management(tx))) {
            throw new ApiException(
                    IotError.INVALID_REQUEST, "accounts may name only the account that keeps the user: " + own);
        }
        for (AccountId account : scope.accounts()) {
            if (!keeping.organization.contains(tx, account)) {
                throw new ApiException(IotError.INVALID_REQUEST, "accounts: account " + account + " does not exist");
            }
        }
    }

    /** Nobody could undo it if the last administrator locked himself out. */
    private void requireAdministrator(Tx tx, boolean wasOne, AccountId account) {
        if (wasOne
                && Pages.all(SCAN, page -> keeping.users.ofAccount(tx, account, page))
                        .noneMatch(User::isActiveAdministrator)) {
            throw new ApiException(
                    IotError.DELETE_CONFLICT, "It is the last active administrator of account " + account);
        }
    }

    private long all(Tx tx, AccountId account) {
        return Pages.all(SCAN, page -> keeping.users.ofAccount(tx, account, page))
                .count();
    }
}
