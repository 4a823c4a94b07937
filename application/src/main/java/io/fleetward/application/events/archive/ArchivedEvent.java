// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event that is kept. Immutable.
 *
 * @param id the event's own
 * @param text its JSON
 * @param occurredAt its time, as it says itself
 * @param putAt when the bus took it
 */
public record ArchivedEvent(String id, String text, Instant occurredAt, Instant putAt) {
    /** What it takes. */
    public Size size() {
        return new Size(1, text.getBytes(StandardCharsets.UTF_8).length);
    }
}
