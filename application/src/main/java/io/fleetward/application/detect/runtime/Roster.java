// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import io.fleetward.application.detect.RegistryMemberships;
import io.fleetward.application.store.Transactions;
import io.fleetward.detect.coverage.Membership;
import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the registry says about the devices a shard has to do with.
 *
 * <p>Confined to its shard. Holds two generations: whoever is not asked for through a whole one is forgotten.
 */
final class Roster {
    private static final int LONGEST_IDENTITY = 128;
    private static final int READ_AT_ONCE = 1000;

    private final Transactions transactions;
    private final RegistryMemberships registry;
    private Map<ClientName, Membership> young = new HashMap<>();
    private Map<ClientName, Membership> old = new HashMap<>();

    Roster(Transactions transactions, RegistryMemberships registry) {
        this.transactions = transactions;
        this.registry = registry;
    }

    /** Whether Detect takes notice of a device with this client id at all (detect, targets). */
    private static boolean isIdentity(String clientId) {
        return clientId.chars().noneMatch(Character::isISOControl)
                && (clientId.length() <= LONGEST_IDENTITY / 3
                        || clientId.getBytes(StandardCharsets.UTF_8).length <= LONGEST_IDENTITY);
    }

    /** Reads about those of the clients that are not known yet; blocks. */
    void learn(Collection<ClientName> clients) {
        List<ClientName> unknown = new ArrayList<>();
        for (ClientName client : clients) {
            if (get(client) == null && isIdentity(client.id())) {
                unknown.add(client);
            }
        }
        for (int from = 0; from < unknown.size(); from += READ_AT_ONCE) {
            List<ClientName> some = unknown.subList(from, Math.min(from + READ_AT_ONCE, unknown.size()));
            transactions
                    .read(tx -> {
                        var read = new HashMap<ClientName, Membership>();
                        some.forEach(client -> read.put(client, registry.of(tx, client.scope(), client.id())));
                        return read;
                    })
                    .forEach(young::put);
        }
    }

    /** What is known of the client, or null. */
    @Nullable
    Membership get(ClientName client) {
        Membership known = young.get(client);
        if (known == null) {
            known = old.remove(client);
            if (known != null) {
                young.put(client, known);
            }
        }
        return known;
    }

    /** Forgets the client, because the registry changed. */
    void forget(ClientName client) {
        young.remove(client);
        old.remove(client);
    }

    /** Forgets everybody of the account and region. */
    void forget(AccountRegion scope) {
        young.keySet().removeIf(client -> client.scope().equals(scope));
        old.keySet().removeIf(client -> client.scope().equals(scope));
    }

    /** Begins a new generation. */
    void age() {
        old = young;
        young = new HashMap<>();
    }
}
