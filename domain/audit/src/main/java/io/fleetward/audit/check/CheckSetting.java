// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

/**
 * A whole number by which an account can tune a check, for example {@code CERT_AGE_THRESHOLD_IN_DAYS}.
 *
 * <p>Immutable. Both bounds are allowed values.
 */
public record CheckSetting(String name, int min, int max, int defaultValue) {
    /** Whether a check may be given this value. */
    public boolean allows(int value) {
        return value >= min && value <= max;
    }
}
