// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.Finding;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves one event for every accepted change of a finding, with the change, on each default bus that is told of it: its
 * account's, its administrator's, and those of regions that aggregate (hub, custom actions and events).
 *
 * <p>Thread-safe. A finding as stored has at most 240 KB, so that it fits into an event of 256 KB as it is.
 */
public final class FindingEvents implements HubListener {
    private final HubStores stores;
    private final EventSink sink;
    private final InstantSource clock;

    public FindingEvents(HubStores stores, EventSink sink, InstantSource clock) {
        this.stores = stores;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public Consumer<Tx> onWriting(AccountRegion scope, List<Finding> findings) {
        Instant now = clock.instant();
        Consumer<Tx> here = putting(scope, findings, now);
        return tx -> {
            for (AccountRegion told : stores.scopes().eventScopes(tx, scope)) {
                Consumer<Tx> putting = told.equals(scope) ? here : putting(told, findings, now);
                putting.accept(tx);
            }
        };
    }

    private Consumer<Tx> putting(AccountRegion told, List<Finding> findings, Instant now) {
        return sink.isHeard(told)
                ? sink.putting(
                        told,
                        findings.stream().map(finding -> imported(finding, now)).toList())
                : tx -> {};
    }

    private static BusEvent imported(Finding finding, Instant now) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode();
        detail.putArray("findings").add(finding.document());
        return new BusEvent(
                "aws.securityhub",
                "Security Hub Findings - Imported",
                now,
                List.of(finding.productArn() + "/" + finding.id()),
                detail);
    }
}
