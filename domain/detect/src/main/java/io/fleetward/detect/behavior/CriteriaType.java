// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

/** How a behavior knows what is normal. The names are the wire names. */
public enum CriteriaType {
    STATIC,
    STATISTICAL,
    MACHINE_LEARNING
}
