// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/**
 * Whether a device is connected, and if not, since when.
 *
 * <p>Mutable and confined to its owner. A connection is known by when it began, so that the end of one that was taken
 * over does not count as the end of its successor, in whatever order the two are told. Instants are epoch milliseconds.
 */
public final class Presence implements Gathered {
    /** The device is connected. */
    public static final long ONLINE = Long.MAX_VALUE;

    private long connectedAt;
    private long offlineSince;

    /** Of a device that nothing is known of. */
    public Presence() {
        this(Long.MIN_VALUE, ONLINE);
    }

    public Presence(long connectedAt, long offlineSince) {
        this.connectedAt = connectedAt;
        this.offlineSince = offlineSince;
    }

    /** A connection began. */
    public void connected(long at) {
        if (at > connectedAt) {
            connectedAt = at;
            offlineSince = ONLINE;
        }
    }

    /** The connection that began at one instant ended at another. */
    public void disconnected(long began, long at) {
        if (began >= connectedAt) {
            connectedAt = began;
            offlineSince = at;
        }
    }

    @Override
    public void addAll(Gathered later) {
        Presence other = later.presence();
        if (other.connectedAt > connectedAt) {
            connectedAt = other.connectedAt;
            offlineSince = other.offlineSince;
        } else if (other.connectedAt == connectedAt) {
            offlineSince = Math.min(offlineSince, other.offlineSince);
        }
    }

    @Override
    public Presence presence() {
        return this;
    }

    /** When the latest connection began. */
    public long connectedAt() {
        return connectedAt;
    }

    /** Since when the device is not connected; {@link #ONLINE} if it is. */
    public long offlineSince() {
        return offlineSince;
    }

    public boolean isOnline() {
        return offlineSince == ONLINE;
    }

    /** For how long the device has been gone at this instant; zero when it is connected. */
    public long offlineMillis(long at) {
        return isOnline() ? 0 : Math.max(0, at - offlineSince);
    }

    @Override
    public String toString() {
        return isOnline() ? "online since " + connectedAt : "offline since " + offlineSince;
    }
}
