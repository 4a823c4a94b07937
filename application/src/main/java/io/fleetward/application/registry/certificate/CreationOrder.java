// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.certificate;

import java.time.Instant;

/**
 * The sort key of lists in order of creation: time first, id second.
 *
 * <p>Immutable. Its text is the creation time in milliseconds since the epoch, a colon, and the id.
 */
public record CreationOrder(Instant createdAt, String id) {
    /** The text of the key. */
    public String key() {
        return createdAt.toEpochMilli() + ":" + id;
    }

    /** Reads what {@link #key} wrote. */
    public static CreationOrder parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a creation-order key: " + key);
        }
        return new CreationOrder(
                Instant.ofEpochMilli(Long.parseLong(key.substring(0, colon))), key.substring(colon + 1));
    }
}
