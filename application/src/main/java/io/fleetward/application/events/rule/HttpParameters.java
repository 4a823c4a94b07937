// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a target adds to the requests of its API destination. Immutable.
 *
 * @param path what stands for the asterisks in the destination's URL, in their order
 */
public record HttpParameters(List<String> path, Map<String, String> headers, Map<String, String> query) {
    /** Nothing. */
    public static final HttpParameters NONE = new HttpParameters(List.of(), Map.of(), Map.of());

    public HttpParameters {
        path = List.copyOf(path);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }
}
