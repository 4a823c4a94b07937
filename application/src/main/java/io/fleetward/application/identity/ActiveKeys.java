// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
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
    private final InstantSource clock;
    private final Map<String, Credential> byId = new ConcurrentHashMap<>();
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    public ActiveKeys(InstantSource clock) {
        this.clock = clock;
    }

    /** Reads every active key; called once before the first request. */
    public void load(Transactions transactions, AccessKeys keys) {
        transactions.read(keys::active).forEach(this::changed);
    }

    @Override
    public @Nullable Credential find(String accessKeyId) {
        Credential credential = byId.get(accessKeyId);
        return credential == null || credential.limits().isExpired(clock.instant()) ? null : credential;
    }

    @Override
    public void used(String accessKeyId) {
        if (byId.containsKey(accessKeyId)) {
            uses.put(accessKeyId, clock.instant());
        }
    }

    /** The last use of each key that was used since the last call. */
    Map<String, Instant> takeUses() {
        var taken = new HashMap<String, Instant>();
        for (String id : List.copyOf(uses.keySet())) {
            Instant at = uses.remove(id);
            if (at != null) {
                taken.put(id, at);
            }
        }
        return taken;
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
