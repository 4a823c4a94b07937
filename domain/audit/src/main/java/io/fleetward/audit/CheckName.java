// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

/**
 * The name of an audit check as people and clients write it, for example {@code LOGGING_DISABLED_CHECK}.
 *
 * <p>Immutable. That a check of this name exists is only known to the catalogue, AuditChecks.
 */
public record CheckName(String value) implements Comparable<CheckName> {
    public CheckName {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a check name is never empty");
        }
    }

    @Override
    public int compareTo(CheckName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
