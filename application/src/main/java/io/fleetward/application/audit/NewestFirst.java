// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import java.time.Instant;

/**
 * The sort key of lists that show the newest first, and among equally new ones the smaller id.
 *
 * <p>Immutable. Its text is the time in milliseconds since the epoch, a colon, and the id.
 */
public record NewestFirst(Instant at, String id) implements Comparable<NewestFirst> {
    /** The text of the key. */
    public String key() {
        return at.toEpochMilli() + ":" + id;
    }

    /** Reads what {@link #key} wrote. */
    public static NewestFirst parse(String key) {
        int colon = key.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("not a newest-first key: " + key);
        }
        return new NewestFirst(Instant.ofEpochMilli(Long.parseLong(key.substring(0, colon))), key.substring(colon + 1));
    }

    @Override
    public int compareTo(NewestFirst other) {
        int newerFirst = other.at.compareTo(at);
        return newerFirst == 0 ? id.compareTo(other.id) : newerFirst;
    }
}
