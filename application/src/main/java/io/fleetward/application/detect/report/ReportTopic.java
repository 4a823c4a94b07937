// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The topic of a report, {@code $aws/things/THING/defender/metrics/FORMAT} (detect, topics). Immutable.
 *
 * @param thing the device that the report speaks of, whatever it is called
 */
record ReportTopic(String thing, ReportFormat format) {
    private static final String BEFORE = "$aws/things/";
    private static final String AFTER = "/defender/metrics/";
    private static final int LONGEST_THING = 128;

    /** The parts of the topic; null when reports go elsewhere. */
    static @Nullable ReportTopic parse(TopicName topic) {
        String text = topic.value();
        if (!text.startsWith(BEFORE)) {
            return null;
        }
        int end = text.indexOf('/', BEFORE.length());
        if (end < 0 || !text.startsWith(AFTER, end)) {
            return null;
        }
        ReportFormat format = ReportFormat.ofTopicLevel(text.substring(end + AFTER.length()));
        return format == null ? null : new ReportTopic(text.substring(BEFORE.length(), end), format);
    }

    /** Whether a device may have this name. */
    boolean hasThing() {
        int length = thing.getBytes(StandardCharsets.UTF_8).length;
        return length > 0 && length <= LONGEST_THING && thing.chars().noneMatch(Character::isISOControl);
    }

    TopicName accepted() {
        return reply("/accepted");
    }

    TopicName rejected() {
        return reply("/rejected");
    }

    private TopicName reply(String outcome) {
        return new TopicName(BEFORE + thing + AFTER + format.topicLevel() + outcome);
    }
}
