// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.BusNames;
import io.fleetward.application.events.EventBuses;
import io.fleetward.application.events.EventEnvelope;
import io.fleetward.application.events.EventRefusals;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes events of callers (hub, event bus API, PutEvents). Thread-safe. */
public final class EventPublishing {
    private static final int BYTES_OF_TIME = 14;
    /** Of AWS, and of this product, whose events are believed. */
    private static final List<String> RESERVED = List.of("aws.", "fleetward.");

    private final Transactions transactions;
    private final EventBuses buses;
    private final EventQueue queue;
    private final InstantSource clock;
    private final Ids ids;

    /** An event as a caller sends it. Immutable. */
    public record Entry(
            @Nullable Instant time,
            @Nullable String source,
            List<String> resources,
            @Nullable String detailType,
            @Nullable String detail,
            @Nullable String bus) {
        public Entry {
            resources = List.copyOf(resources);
        }

        /** As the size of a call is counted. */
        int bytes() {
            int bytes = time == null ? 0 : BYTES_OF_TIME;
            bytes += utf8(source) + utf8(detailType) + utf8(detail);
            return bytes + resources.stream().mapToInt(Entry::utf8).sum();
        }

        private static int utf8(@Nullable String text) {
            return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
        }
    }

    /** What became of an entry: an id, or a code and a message. */
    public sealed interface Receipt {
        record Taken(String eventId) implements Receipt {}

        record Failed(String code, String message) implements Receipt {}
    }

    /** An entry that is in order. */
    private record Checked(String source, String detailType, ObjectNode detail) {}

    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final String text;

        Refusal(String code, String text) {
            super(text, null, false, false);
            this.code = code;
            this.text = text;
        }
    }

    public EventPublishing(
            Transactions transactions, EventBuses buses, EventQueue queue, InstantSource clock, Ids ids) {
        this.transactions = transactions;
        this.buses = buses;
        this.queue = queue;
        this.clock = clock;
        this.ids = ids;
    }

    /** Puts the events that are in order, in one transaction; answers what became of each, in their order. */
    public List<Receipt> put(AccountRegion scope, List<Entry> entries) {
        if (entries.stream().mapToInt(Entry::bytes).sum() >= EventEnvelope.MOST_BYTES) {
            throw EventRefusals.invalid("Total size of the entries in the request is over the limit.");
        }
        return transactions.write(tx -> {
            var receipts = new ArrayList<Receipt>();
            for (Entry entry : entries) {
                receipts.add(put(tx, scope, entry));
            }
            return receipts;
        });
    }

    private Receipt put(Tx tx, AccountRegion scope, Entry entry) {
        try {
            Checked checked = checked(entry);
            String bus = BusNames.in(scope, entry.bus());
            BusNames.require(tx, buses, scope, bus);
            String id = ids.uuid();
            Instant now = clock.instant();
            var event = new BusEvent(
                    checked.source(),
                    checked.detailType(),
                    entry.time() == null ? now : entry.time(),
                    entry.resources(),
                    checked.detail());
            queue.put(tx, new QueuedEvent(scope, bus, id, EventEnvelope.text(scope, id, event), 0, now));
            return new Receipt.Taken(id);
        } catch (Refusal refusal) {
            return new Receipt.Failed(refusal.code, refusal.text);
        } catch (ApiException missingBus) {
            return new Receipt.Failed("InvalidArgument", missingBus.text());
        }
    }

    private static Checked checked(Entry entry) throws Refusal {
        String source = given("Source", entry.source());
        if (RESERVED.stream().anyMatch(source::startsWith)) {
            throw new Refusal("NotAuthorizedForSource", "Not authorized for the source.");
        }
        return new Checked(source, given("DetailType", entry.detailType()), detail(given("Detail", entry.detail())));
    }

    private static String given(String member, @Nullable String value) throws Refusal {
        if (value == null || value.isEmpty()) {
            throw new Refusal(
                    "InvalidArgument",
                    "Parameter " + member + " is not valid. Reason: " + member + " is a required argument.");
        }
        return value;
    }

    private static ObjectNode detail(String text) throws Refusal {
        try {
            if (JsonMapper.shared().readTree(text) instanceof ObjectNode detail) {
                return detail;
            }
        } catch (JacksonException notJson) {
            throw malformed();
        }
        throw malformed();
    }

    private static Refusal malformed() {
        return new Refusal("MalformedDetail", "Detail is malformed.");
    }
}
