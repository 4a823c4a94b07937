// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

/** Where a model stands. The names are the wire names. */
public enum ModelStatus {
    /** There is no model yet. */
    PENDING_BUILD,
    /** Devices are judged by it. */
    ACTIVE,
    /** Too long without anything to learn from; it judges no more, and is not learned again. */
    EXPIRED
}
