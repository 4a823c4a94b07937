// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import tools.jackson.databind.JsonNode;

/**
 * What a JSON value must look like. Immutable.
 *
 * <p>Reading never changes the value: what the shape does not know is left out of the normal form, timestamps are cut
 * to milliseconds.
 */
public interface Shape {
    /** Reports what is wrong with the value at this place and answers its normal form, of use only if nothing is. */
    JsonNode read(JsonNode value, Place at);

    /**
     * What is left of a value after making it fit where that loses only its tail, its type or a blank; notes each loss.
     * What cannot be made to fit is answered as it is, for {@link #read} to refuse.
     */
    default JsonNode fit(JsonNode value, Place at) {
        return value;
    }
}
