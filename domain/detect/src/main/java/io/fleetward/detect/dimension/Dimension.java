// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.dimension;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A named set of topic filters (detect, dimensions). A filter may contain {@code ${iot:ClientId}}, which stands for
 * the client id of the device.
 *
 * <p>Immutable.
 *
 * @param filters as the user wrote them, 1 to 100
 */
public record Dimension(String name, List<String> filters) {
    private static final String CLIENT_ID = "${iot:ClientId}";

    public Dimension {
        filters = List.copyOf(filters);
    }

    /**
     * Whether the topic is matched by any of the filters, for this client. No topic holds a client id that looks like a
     * wildcard, so filters with such a client id match nothing.
     */
    public boolean matches(TopicName topic, String clientId) {
        return anyFilter(clientId, filter -> filter.matches(topic));
    }

    /** Whether any of the filters, for this client, matches every topic that the other filter does. */
    public boolean covers(TopicFilter other, String clientId) {
        return anyFilter(clientId, filter -> filter.covers(other));
    }

    private boolean anyFilter(String clientId, Predicate<TopicFilter> question) {
        boolean isWildcard = clientId.indexOf('+') >= 0 || clientId.indexOf('#') >= 0;
        for (String filter : filters) {
            if (isWildcard && isPerClient(filter)) {
                continue;
            }
            TopicFilter concrete = TopicFilter.parse(filter.replace(CLIENT_ID, clientId));
            if (concrete != null && question.test(concrete)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the filter means something else for every client. */
    static boolean isPerClient(String filter) {
        return filter.contains(CLIENT_ID);
    }

    /** Whether this is a filter that a dimension may have: up to 256 characters, and a filter for any client id. */
    public static boolean isFilter(@Nullable String text) {
        return text != null
                && !text.isEmpty()
                && text.length() <= 256
                && TopicFilter.parse(text.replace(CLIENT_ID, "id")) != null;
    }
}
