// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

/** What a target gets of a matched event (hub, targets, transform, reliability). Immutable. */
public sealed interface TargetInput {
    /** What a target gets at most; what is made of an event stops being made soon beyond it. */
    int MOST_CHARACTERS = 256 * 1024;

    /** The event as it is. */
    record WholeEvent() implements TargetInput {}

    /** The same JSON text each time. */
    record Constant(String json) implements TargetInput {}

    /** A part of the event. */
    record Part(EventPath path) implements TargetInput {}

    /** A text made of parts of the event. */
    record Transformed(InputTemplate template) implements TargetInput {}

    /** What the target gets of this event. */
    default String render(MatchedEvent event) {
        return switch (this) {
            case WholeEvent() -> event.text();
            case Constant(String json) -> json;
            case Part(EventPath path) -> {
                var part = path.in(event.document());
                yield part == null ? "null" : part.toString();
            }
            case Transformed(InputTemplate template) -> template.render(event);
        };
    }
}
