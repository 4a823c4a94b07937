// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;

/** Names a client: unique within its account and region, whatever certificate it presents. Immutable. */
public record ClientKey(AccountRegion scope, String clientId) implements Comparable<ClientKey> {
    private static final Comparator<ClientKey> ORDER =
            Comparator.comparing(ClientKey::scope).thenComparing(ClientKey::clientId);

    @Override
    public int compareTo(ClientKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return scope + "/" + clientId;
    }
}
