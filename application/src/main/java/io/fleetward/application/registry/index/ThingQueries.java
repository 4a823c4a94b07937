// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.registry.query.InvalidQueryException;
import io.fleetward.registry.query.ThingQuery;

/** Reads queries as clients write them. */
final class ThingQueries {
    private ThingQueries() {}

    /** The query, or a refusal that says what is wrong with the text, or which field is not indexed. */
    static ThingQuery parse(String text) {
        try {
            return ThingQuery.parse(text);
        } catch (InvalidQueryException invalid) {
            throw new ApiException(IotError.INVALID_QUERY, "queryString: " + invalid.getMessage());
        }
    }
}
