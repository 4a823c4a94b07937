// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Understands event patterns (hub, event patterns). Thread-safe; bounded in time and memory for any text. */
public interface PatternLanguage {
    /** What is wrong with the pattern, or would make it too costly to match; null when it is valid. */
    @Nullable
    String problem(String pattern);

    /** Makes a matcher of valid patterns by the name of their rules. */
    EventMatcher compile(Map<String, String> patterns);

    /** Finds the rules that an event matches. Thread-safe. */
    interface EventMatcher {
        /** The names of the rules whose patterns match the event, which is left as it is. */
        Set<String> matches(ObjectNode event);
    }
}
