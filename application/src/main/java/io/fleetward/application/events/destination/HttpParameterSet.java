// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import java.util.List;

/** What a connection adds to requests: to their head, their query and, where it is a JSON object, their body. Immutable. */
public record HttpParameterSet(List<HttpParameter> headers, List<HttpParameter> query, List<HttpParameter> body) {
    /** Nothing. */
    public static final HttpParameterSet NONE = new HttpParameterSet(List.of(), List.of(), List.of());

    public HttpParameterSet {
        headers = List.copyOf(headers);
        query = List.copyOf(query);
        body = List.copyOf(body);
    }
}
