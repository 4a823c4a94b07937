// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened, as rules of a bus see it (hub, sections 8 and 12.1). Immutable but for the detail, which
 * nobody changes any more.
 *
 * @param source who tells it, for example {@code aws.securityhub}
 * @param detailType what kind of thing happened, for example {@code Security Hub Findings - Imported}
 * @param time when it happened
 * @param resources ARNs of what it concerns; may be empty
 */
public record BusEvent(String source, String detailType, Instant time, List<String> resources, ObjectNode detail) {
    public BusEvent {
        resources = List.copyOf(resources);
    }
}
