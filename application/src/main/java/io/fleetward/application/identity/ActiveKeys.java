// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Transactions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All active access keys in memory, kept in step with the store by whoever changes keys. Thread-safe.
 *
 * <p>An installation has tens of keys, not millions: holding all of them makes the check of a signature free of I/O,
 * also for ids that do not exist.
 */
public final class ActiveKeys implements Credentials {
    private final Map<String, Credential> byId = new ConcurrentHashMap<>();

    /** Reads every active key; called once before the first request. */
    public void load(Transactions transactions, AccessKeys keys) {
        transactions.read(keys::active).forEach(this::changed);
    }

    @Override
    public @Nullable Credential find(String accessKeyId) {
        return byId.get(accessKeyId);
    }

    /** The key was created or switched. */
    void changed(AccessKey key) {
        if (key.isActive()) {
            byId.put(key.id(), key.credential());
        } else {
            byId.remove(key.id());
        }
    }

    /** The key is gone. */
    void removed(String accessKeyId) {
        byId.remove(accessKeyId);
    }
}
