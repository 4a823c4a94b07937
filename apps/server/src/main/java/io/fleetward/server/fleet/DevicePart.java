// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

/** What a device of the demonstration fleet is an example of. */
enum DevicePart {
    /** Reports now and then, and nothing else. */
    ORDINARY,
    /** Has no certificate of its own. */
    SHARES_A_CERTIFICATE,
    /** Signed its certificate itself, for two weeks. */
    HAS_AN_EXPIRING_CERTIFICATE,
    /** Has a policy that allows everything. */
    MAY_DO_EVERYTHING,
    /** Behaves at first. */
    SENDS_OVERSIZED_MESSAGES,
    /** Loses its connection a few times and is not heard of again. */
    GOES_SILENT
}
