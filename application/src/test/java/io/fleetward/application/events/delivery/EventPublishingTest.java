// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.events.delivery.EventPublishing.Entry;
import io.fleetward.application.events.delivery.EventPublishing.Receipt;
import io.fleetward.application.events.rule.RetryPolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of callers (hub, event bus API, PutEvents). */
class EventPublishingTest {
    private final EventFixture bus = new EventFixture();

    private static Entry entry(@Nullable String source, @Nullable String type, @Nullable String detail) {
        return new Entry(Instant.parse("2026-01-01T00:00:00.5Z"), source, List.of("arn:a"), type, detail, null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|t|{}|InvalidArgument|Parameter Source is not valid. Reason: Source is a required argument.",
                "s|''|{}|InvalidArgument|Parameter DetailType is not valid. Reason: DetailType is a required argument.",
                "s|t|-|InvalidArgument|Parameter Detail is not valid. Reason: Detail is a required argument.",
                "s|t|{|MalformedDetail|Detail is malformed.",
                "s|t|[]|MalformedDetail|Detail is malformed.",
                "aws.x|t|{}|NotAuthorizedForSource|Not authorized for the source."
            })
    void refusesAnEntryAlone(
            @Nullable String source, @Nullable String type, @Nullable String detail, String code, String message) {
        List<Receipt> receipts = bus.publishing.put(SCOPE, List.of(entry(source, type, detail), entry("s", "t", "{}")));

        assertThat(receipts.getFirst()).isEqualTo(new Receipt.Failed(code, message));
        assertThat(receipts.getLast()).isInstanceOf(Receipt.Taken.class);
    }

    @Test
    void refusesABusThatThereIsNot() {
        var entry = new Entry(null, "s", List.of(), "t", "{}", "nobody");

        assertThat(bus.publishing.put(SCOPE, List.of(entry)))
                .containsExactly(new Receipt.Failed("InvalidArgument", "Event bus nobody does not exist."));
    }

    @Test
    void refusesACallOf256Kilobytes() {
        String detail = "{\"a\":\"" + "x".repeat(256 * 1024) + "\"}";

        assertThatThrownBy(() -> bus.publishing.put(SCOPE, List.of(entry("s", "t", detail))))
                .hasMessageContaining("over the limit");
    }

    @Test
    void keepsTheTimeAndTheResources() {
        bus.rule("alarms", "s", RetryPolicy.STANDARD);
        bus.publishing.put(SCOPE, List.of(entry("s", "t", "{}")));
        bus.router.routeAll();

        assertThat(bus.sent.getFirst().text())
                .contains("\"time\":\"2026-01-01T00:00:00Z\"", "\"resources\":[\"arn:a\"]");
    }
}
