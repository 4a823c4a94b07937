// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

/** An attack on one device, from one instant up to another. Immutable. */
public record Attack(AttackKind kind, long from, long to) {
    public boolean isOn(long at) {
        return from <= at && at < to;
    }
}
