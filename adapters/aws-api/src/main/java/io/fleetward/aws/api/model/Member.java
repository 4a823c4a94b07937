// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

/**
 * A member of a structure. Immutable.
 *
 * @param wireName the name of the path label, query parameter or header it travels in; its own name in a body
 * @param jsonValue whether a header holds base64 of JSON text
 */
public record Member(
        String name, ShapeRef shape, Location location, String wireName, boolean required, boolean jsonValue) {
    /** Where a member travels. */
    public enum Location {
        BODY,
        PATH,
        QUERY,
        HEADER,
        STATUS
    }
}
