// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dimension made ready for many questions: filters are read once, but for those that depend on the client.
 *
 * <p>Immutable, thread-safe.
 */
public final class DimensionMatcher {
    private final List<TopicFilter> filters;
    private final @Nullable Dimension perClient;

    public DimensionMatcher(Dimension dimension) {
        var fixed = new ArrayList<TopicFilter>();
        var variable = new ArrayList<String>();
        for (String text : dimension.filters()) {
            TopicFilter filter = Dimension.isPerClient(text) ? null : TopicFilter.parse(text);
            if (filter == null) {
                variable.add(text);
            } else {
                fixed.add(filter);
            }
        }
        this.filters = List.copyOf(fixed);
        this.perClient = variable.isEmpty() ? null : new Dimension(dimension.name(), variable);
    }

    /**
     * Whether what a client did on a topic lies inside the dimension. A denied subscription has a filter for a topic:
     * it lies inside when all topics it asks for do.
     *
     * @param topic null for what has no topic, which lies outside
     */
    public boolean isInside(@Nullable String topic, String clientId) {
        if (topic == null) {
            return false;
        }
        TopicName name = TopicName.parse(topic);
        if (name == null) {
            TopicFilter asked = TopicFilter.parse(topic);
            return asked != null && (isCovered(asked) || (perClient != null && perClient.covers(asked, clientId)));
        }
        for (TopicFilter filter : filters) {
            if (filter.matches(name)) {
                return true;
            }
        }
        return perClient != null && perClient.matches(name, clientId);
    }

    private boolean isCovered(TopicFilter asked) {
        return filters.stream().anyMatch(filter -> filter.covers(asked));
    }
}
