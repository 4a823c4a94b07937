// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

/**
 * What a person found out about a violation. A label, which ends no alarm; but what was called false or benign, learned
 * behaviors may learn from. The names are the wire names.
 */
public enum VerificationState {
    UNKNOWN,
    TRUE_POSITIVE,
    BENIGN_POSITIVE,
    FALSE_POSITIVE
}
