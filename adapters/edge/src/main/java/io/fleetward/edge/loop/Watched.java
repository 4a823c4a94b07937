// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.loop;

/** A connection with deadlines. */
public interface Watched {
    /** Called about once a second on the connection's loop; {@code now} is milliseconds since the epoch. */
    void check(long now);
}
