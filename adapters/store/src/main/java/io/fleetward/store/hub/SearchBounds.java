// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

/**
 * How much one search for findings may cost. Immutable.
 *
 * @param piece how many candidates that may not match are asked for at a time
 * @param documents how many documents are held in memory at a time
 * @param candidates how many candidates one search looks at
 * @param characters how many characters of documents one search reads
 * @param lookup how many rows one passes over at the cost of looking up one
 */
record SearchBounds(int piece, int documents, int candidates, long characters, int lookup) {
    /** About a second's worth, also of the largest findings. */
    static final SearchBounds STANDARD = new SearchBounds(500, 100, 50_000, 64L << 20, 100);
}
