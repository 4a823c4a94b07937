// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

/**
 * How much an HTTP client may ask of the server. Immutable.
 *
 * @param maxLineBytes most bytes of the request line
 * @param maxHeaderBytes most bytes of all header lines
 * @param maxBodyBytes most bytes of a body
 * @param maxHeldBytes most bytes of the bodies of all requests that have not been answered yet
 * @param requestMillis how long a request may take to arrive, from its first byte to its last
 * @param idleMillis how long a connection may wait for its next request
 * @param maxStreamBehind most bytes of an answer without end that wait for their client
 * @param maxConcurrent most requests that are being answered at a time, of all connections
 */
public record HttpLimits(
        int maxLineBytes,
        int maxHeaderBytes,
        int maxBodyBytes,
        long maxHeldBytes,
        long requestMillis,
        long idleMillis,
        long maxStreamBehind,
        int maxConcurrent) {
    /** Room for the largest requests of the AWS APIs, patience for slow networks. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(16_384, 32_768, 33_554_432, 268_435_456, 30_000, 60_000, 1_048_576, 512);
}
