// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IdentityError;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creates accounts and the access keys of their users, and takes keys away again.
 *
 * <p>Thread-safe. Each change writes its line of the administrative log in its own transaction. Whether the caller may
 * do it is asked before.
 */
public final class KeyAdministration {
    /** Name of the user whose key the first start prints. */
    public static final String FIRST_USER = "admin";

    /** What IAM allows as a user name. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9+=,.@_-]{1,64}");

    private final Transactions transactions;
    private final Accounts accounts;
    private final AccessKeys keys;
    private final AdministrativeActs acts;
    private final ActiveKeys active;
    private final AccessKeyMint mint;
    private final InstantSource clock;
    private final List<AccountListener> listeners = new CopyOnWriteArrayList<>();

    /** Where accounts, keys and the log are kept, in the store and, of active keys, in memory. */
    public record Keeping(
            Transactions transactions,
            Accounts accounts,
            AccessKeys keys,
            AdministrativeActs acts,
            ActiveKeys active) {}

    public KeyAdministration(Keeping keeping, AccessKeyMint mint, InstantSource clock) {
        this.transactions = keeping.transactions();
        this.accounts = keeping.accounts();
        this.keys = keeping.keys();
        this.acts = keeping.acts();
        this.active = keeping.active();
        this.mint = mint;
        this.clock = clock;
    }

    /** Adds a listener for the life of the process. */
    public void listen(AccountListener listener) {
        listeners.add(listener);
    }

    /** On an installation without accounts creates this one and its administrator; otherwise does nothing. */
    public @Nullable AccessKey createFirst(AccountRegion home) {
        var itself = new Caller(home, "fleetward", "", Role.ADMINISTRATOR, "");
        return transactions.write(tx -> accounts.all(tx).isEmpty()
                ? createAccount(tx, new CallContext(itself, "first-start", clock.instant()), home.account())
                : null);
    }

    /** Creates the account and its first administrator. */
    public AccessKey createAccount(CallContext by, AccountId account) {
        return transactions.write(tx -> createAccount(tx, by, account));
    }

    /** Creates a key for the user; the answer is the only time the secret is shown. */
    public AccessKey createKey(CallContext by, AccountId account, String user, Role role) {
        return createKey(by, account, user, role, KeyLimits.NONE);
    }

    /** Creates a key for the user within bounds; the answer is the only time the secret is shown. */
    public AccessKey createKey(CallContext by, AccountId account, String user, Role role, KeyLimits limits) {
        if (limits.isExpired(clock.instant())) {
            throw new ApiException(IdentityError.INVALID_INPUT, "expiresAt must be in the future");
        }
        if (!USER.matcher(user).matches()) {
            throw new ApiException(
                    IdentityError.INVALID_INPUT,
                    "User name must have 1 to 64 letters, digits or any of +=,.@_-: " + user);
        }
        return transactions.write(tx -> {
            if (accounts.find(tx, account) == null) {
                throw new ApiException(IdentityError.NO_SUCH_ENTITY, "Account " + account + " does not exist");
            }
            return create(tx, by, account, user, role, limits);
        });
    }

    /** Switches the key on or off. */
    public void switchKey(CallContext by, AccountId account, String id, boolean on) {
        transactions.change(tx -> {
            AccessKey changed = require(tx, account, id).switched(on);
            keys.put(tx, changed);
            requireAdministrator(tx, account);
            log(tx, by, "UpdateAccessKey", changed);
            tx.afterCommit(() -> active.changed(changed));
        });
    }

    /** Removes the key for good. */
    public void deleteKey(CallContext by, AccountId account, String id) {
        transactions.change(tx -> {
            AccessKey gone = require(tx, account, id);
            keys.remove(tx, id);
            requireAdministrator(tx, account);
            log(tx, by, "DeleteAccessKey", gone);
            tx.afterCommit(() -> active.removed(id));
        });
    }

    /** The keys of the account in the order of their ids. */
    public Page<AccessKey> list(AccountId account, PageRequest page) {
        return transactions.read(tx -> keys.ofAccount(tx, account, page));
    }

    private AccessKey createAccount(Tx tx, CallContext by, AccountId account) {
        var created = new Account(account, clock.instant());
        if (!accounts.add(tx, created)) {
            throw new ApiException(IdentityError.ENTITY_ALREADY_EXISTS, "Account " + account + " exists already");
        }
        listeners.forEach(listener -> listener.onCreated(tx, created));
        return create(tx, by, account, FIRST_USER, Role.ADMINISTRATOR, KeyLimits.NONE);
    }

    private AccessKey create(Tx tx, CallContext by, AccountId account, String user, Role role, KeyLimits limits) {
        var key = new AccessKey(mint.id(), account, user, role, mint.secret(), true, clock.instant(), limits, null);
        keys.put(tx, key);
        log(tx, by, "CreateAccessKey", key);
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

    /** The resource names owner and key, never the secret. */
    private void log(Tx tx, CallContext by, String action, AccessKey key) {
        Caller caller = by.caller();
        acts.append(
                tx,
                new AdministrativeAct(
                        by.at(),
                        by.scope(),
                        caller.arn(),
                        caller.accessKeyId(),
                        "iam:" + action,
                        key.ownerArn() + "/" + key.id(),
                        AdministrativeAct.SUCCESS,
                        caller.sourceIp(),
                        by.requestId()));
    }

    /** Nobody could undo it if the last administrator locked himself out. */
    private void requireAdministrator(Tx tx, AccountId account) {
        boolean isLeft = keys.active(tx).stream()
                .anyMatch(key -> key.account().equals(account)
                        && key.role() == Role.ADMINISTRATOR
                        && key.limits().equals(KeyLimits.NONE));
        if (!isLeft) {
            throw new ApiException(
                    IdentityError.DELETE_CONFLICT, "It is the last active administrator key of account " + account);
        }
    }
}
