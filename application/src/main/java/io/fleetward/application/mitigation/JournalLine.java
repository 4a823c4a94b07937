// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

/**
 * A line of the journal and its place.
 *
 * @param sequence grows with the order of writing
 * @param isUndone whether a later line takes it back
 */
public record JournalLine(long sequence, JournalEntry entry, boolean isUndone) {}
