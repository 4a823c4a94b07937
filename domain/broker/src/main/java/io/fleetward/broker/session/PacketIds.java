// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import java.util.BitSet;

/** The packet ids in use towards one client: always the lowest free one, so that few bits suffice. Confined. */
final class PacketIds {
    private final BitSet used = new BitSet();

    /** Takes an id, at least 1; the in-flight window keeps it far below the protocol's 65,535. */
    int take() {
        int id = used.nextClearBit(1);
        used.set(id);
        return id;
    }

    void release(int id) {
        used.clear(id);
    }

    void releaseAll() {
        used.clear();
    }
}
