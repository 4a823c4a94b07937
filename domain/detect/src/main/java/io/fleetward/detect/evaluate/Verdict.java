// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

/** What a window says about a behavior. */
public enum Verdict {
    CONFORMING,
    VIOLATING,
    /** Too early to tell, or never to be told: no datapoint. */
    UNDECIDED
}
