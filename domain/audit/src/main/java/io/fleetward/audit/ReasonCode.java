// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit;

/**
 * Why a resource is not compliant, as a code that clients test for, for example {@code LOGGING_DISABLED}. Immutable.
 */
public record ReasonCode(String value) {
    @Override
    public String toString() {
        return value;
    }
}
