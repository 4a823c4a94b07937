// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IdentityError;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates accounts and the access keys of their users, and takes keys away again. Thread-safe. */
public final class KeyAdministration {
    /** Name of the user whose key the first start prints. */
    public static final String FIRST_USER = "admin";

    /** What IAM allows as a user name. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

    private final Transactions transactions;
    private final Accounts accounts;
    private final AccessKeys keys;
    private final ActiveKeys active;
    private final AccessKeyMint mint;
    private final InstantSource clock;

    /** Where accounts and keys are kept, in the store and in memory. */
    public record Keeping(Transactions transactions, Accounts accounts, AccessKeys keys, ActiveKeys active) {}

    public KeyAdministration(Keeping keeping, AccessKeyMint mint, InstantSource clock) {
        this.transactions = keeping.transactions();
        this.accounts = keeping.accounts();
        this.keys = keeping.keys();
        this.active = keeping.active();
        this.mint = mint;
        this.clock = clock;
    }

    /** On an installation without accounts creates this one and its administrator; otherwise does nothing. */
    public @Nullable AccessKey createFirst(AccountId account) {
        return transactions.write(tx -> {
            if (!accounts.all(tx).isEmpty()) {
                return null;
            }
            accounts.add(tx, new Account(account, clock.instant()));
            return create(tx, account, FIRST_USER, Role.ADMINISTRATOR);
        });
    }

    /** Creates the account and its first administrator. */
    public AccessKey createAccount(AccountId account) {
        return transactions.write(tx -> {
            if (!accounts.add(tx, new Account(account, clock.instant()))) {
                throw new ApiException(IdentityError.ENTITY_ALREADY_EXISTS, "Account " + account + " exists already");
            }
            return create(tx, account, FIRST_USER, Role.ADMINISTRATOR);
        });
    }

    /** Creates a key for the user; the answer is the only time the secret is shown. */
    public AccessKey createKey(AccountId account, String user, Role role) {
        if (!USER.matcher(user).matches()) {
            throw new ApiException(
                    IdentityError.INVALID_INPUT,
                    "User name must have 1 to 64 letters, digits or any of +=,.@_-: " + user);
        }
        return transactions.write(tx -> {
            if (accounts.find(tx, account) == null) {
                throw new ApiException(IdentityError.NO_SUCH_ENTITY, "Account " + account + " does not exist");
            }
            return create(tx, account, user, role);
        });
    }

    /** Switches the key on or off. */
    public void switchKey(AccountId account, String id, boolean on) {
        transactions.change(tx -> {
            AccessKey changed = require(tx, account, id).switched(on);
            keys.put(tx, changed);
            requireAdministrator(tx, account);
            tx.afterCommit(() -> active.changed(changed));
        });
    }

    /** Removes the key for good. */
    public void deleteKey(AccountId account, String id) {
        transactions.change(tx -> {
            require(tx, account, id);
            keys.remove(tx, id);
            requireAdministrator(tx, account);
            tx.afterCommit(() -> active.removed(id));
        });
    }

    /** The keys of the account in the order of their ids. */
    public Page<AccessKey> list(AccountId account, PageRequest page) {
        return transactions.read(tx -> keys.ofAccount(tx, account, page));
    }

    private AccessKey create(Tx tx, AccountId account, String user, Role role) {
        var key = new AccessKey(mint.id(), account, user, role, mint.secret(), true, clock.instant());
        keys.put(tx, key);
        tx.afterCommit(() -> active.changed(key));
        return key;
    }

    private AccessKey require(Tx tx, AccountId account, String id) {
        AccessKey key = keys.find(tx, id);
        if (key == null || !key.account().equals(account)) {
            throw new ApiException(IdentityError.NO_SUCH_ENTITY, "The access key " + id + " does not exist");
        }
        return key;
    }

    /** Nobody could undo it if the last administrator locked himself out. */
    private void requireAdministrator(Tx tx, AccountId account) {
        boolean isLeft = keys.active(tx).stream()
                .anyMatch(key -> key.account().equals(account) && key.role() == Role.ADMINISTRATOR);
        if (!isLeft) {
            throw new ApiException(
                    IdentityError.DELETE_CONFLICT, "It is the last active administrator key of account " + account);
        }
    }
}
