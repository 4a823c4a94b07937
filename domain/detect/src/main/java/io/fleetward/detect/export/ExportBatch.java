// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetward.detect.operator.MetricSample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of several things on their way into messages, each as full as a message may be. Confined to one export.
 *
 * <p>A message is shorter than 128 KB unless a single value is longer.
 */
public final class ExportBatch {
    /** How long a message may be, in bytes. */
    static final int MOST_BYTES = 128 * 1024;

    private static final String OPENING = "{\"version\":\"1.0\",\"metrics\":[";
    private static final String CLOSING = "]}";

    private final Consumer<byte[]> messages;
    private final List<String> entries = new ArrayList<>();
    private int bytes;

    /** A batch whose messages go there. */
    public ExportBatch(Consumer<byte[]> messages) {
        this.messages = messages;
    }

    /** Adds a value, and sends the message that it does not fit into any more. */
    public void add(MetricSample sample) {
        for (ObjectNode entry : ExportedValue.of(sample)) {
            String text = entry.toString();
            int length = text.getBytes(UTF_8).length + 1;
            if (OPENING.length() + bytes + length + CLOSING.length() > MOST_BYTES) {
                flush();
            }
            entries.add(text);
            bytes += length;
        }
    }

    /** Sends what was added since the last message, if anything. */
    public void flush() {
        if (!entries.isEmpty()) {
            messages.accept((OPENING + String.join(",", entries) + CLOSING).getBytes(UTF_8));
            entries.clear();
            bytes = 0;
        }
    }
}
