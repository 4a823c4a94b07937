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
}
