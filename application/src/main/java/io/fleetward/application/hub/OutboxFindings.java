// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.outbox.Outbox;
import io.fleetward.application.outbox.OutboxEntry;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import tools.jackson.databind.node.ObjectNode;

/** Hands findings to the hub through the outbox, in the transaction that caused them. Thread-safe. */
public final class OutboxFindings implements FindingOutbox {
    /** The topic under which findings wait for the hub. */
    public static final String TOPIC = "hub-finding";

    private final Outbox outbox;

    public OutboxFindings(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void append(Tx tx, AccountRegion scope, ObjectNode finding) {
        String id = finding.path("Id").stringValue();
        outbox.append(tx, new OutboxEntry(scope, TOPIC, id, finding.toString()));
    }
}
