// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

/**
 * An entry of a batch that was not dealt with.
 *
 * @param reason in words
 */
public record Unprocessed<T>(T entry, Code code, String reason) {
    /** Why; the names are the wire names. */
    public enum Code {
        INVALID_INPUT,
        NOT_FOUND
    }
}
