// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells of what Detect and Audit leave for the bus, and leaves it there. Thread-safe. */
public final class LiveBus implements EventSink {
    private final EventSink bus;
    private final LiveEvents live;

    public LiveBus(EventSink bus, LiveEvents live) {
        this.bus = bus;
        this.live = live;
    }

    @Override
    public boolean isHeard(AccountRegion scope) {
        return live.isWatched(scope) || bus.isHeard(scope);
    }

    @Override
    public Consumer<Tx> putting(AccountRegion scope, List<BusEvent> events) {
        Consumer<Tx> putting = bus.putting(scope, events);
        return live.isWatched(scope)
                ? putting.andThen(tx -> tx.afterCommit(() -> events.forEach(event -> publish(scope, event))))
                : putting;
    }

    private void publish(AccountRegion scope, BusEvent event) {
        LiveEvent told = told(event);
        if (told != null) {
            live.publish(scope, told);
        }
    }

    private static @Nullable LiveEvent told(BusEvent event) {
        JsonNode detail = event.detail();
        return switch (event.detailType()) {
            case "Detect Violation" ->
                new LiveEvent(
                        LiveKind.ALARM,
                        text(detail, "violationId"),
                        lowered(text(detail, "violationEventType")),
                        event.time());
            case "AWS API Call via CloudTrail" ->
                new LiveEvent(
                        LiveKind.ALARM,
                        text(detail.path("requestParameters"), "violationId"),
                        "verified",
                        event.time());
            case "Audit Task State Change" ->
                new LiveEvent(
                        LiveKind.AUDIT, text(detail, "taskId"), lowered(text(detail, "taskStatus")), event.time());
            case "Audit Check Completed" ->
                new LiveEvent(
                        LiveKind.AUDIT, text(detail, "taskId"), "check: " + text(detail, "checkName"), event.time());
            case "Audit Finding" ->
                new LiveEvent(
                        LiveKind.AUDIT, text(detail, "taskId"), "finding: " + text(detail, "findingId"), event.time());
            default -> null;
        };
    }

    private static String text(JsonNode detail, String member) {
        return detail.path(member).asString("");
    }

    private static String lowered(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
