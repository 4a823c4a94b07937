// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.BitSet;

/**
 * A word and the patterns, by number, that match it.
 *
 * <p>Immutable.
 */
public record Reading(BitSet matched, Word word) {}
