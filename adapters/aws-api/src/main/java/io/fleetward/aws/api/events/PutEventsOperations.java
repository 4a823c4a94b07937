// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import io.fleetward.application.events.delivery.EventPublishing;
import io.fleetward.application.events.delivery.EventPublishing.Entry;
import io.fleetward.application.events.delivery.EventPublishing.Receipt;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.events.EventsApi;
import io.fleetward.aws.model.events.PutEventsRequest;
import io.fleetward.aws.model.events.PutEventsRequestEntry;
import io.fleetward.aws.model.events.PutEventsResponse;
import io.fleetward.aws.model.events.PutEventsResultEntry;
import java.util.List;
import java.util.Objects;

/** Events of callers. Thread-safe. */
public final class PutEventsOperations implements EventsApi {
    private final EventPublishing publishing;

    public PutEventsOperations(EventPublishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request, CallContext context) {
        List<Entry> entries =
                request.entries().stream().map(PutEventsOperations::entry).toList();
        List<Receipt> receipts = publishing.put(context.scope(), entries);
        long failed = receipts.stream().filter(Receipt.Failed.class::isInstance).count();
        return PutEventsResponse.builder()
                .failedEntryCount((int) failed)
                .entries(receipts.stream().map(PutEventsOperations::result).toList())
                .build();
    }

    private static Entry entry(PutEventsRequestEntry entry) {
        return new Entry(
                entry.time(),
                entry.source(),
                Objects.requireNonNullElse(entry.resources(), List.of()),
                entry.detailType(),
                entry.detail(),
                entry.eventBusName());
    }

    private static PutEventsResultEntry result(Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken(String id) ->
                PutEventsResultEntry.builder().eventId(id).build();
            case Receipt.Failed(String code, String message) ->
                PutEventsResultEntry.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build();
        };
    }
}
