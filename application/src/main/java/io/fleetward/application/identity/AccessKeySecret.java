// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

/** The secret half of an access key; never shown by {@code toString}. Immutable. */
public record AccessKeySecret(String value) {
    public AccessKeySecret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an access key secret is not empty");
        }
    }

    @Override
    public String toString() {
        return "AccessKeySecret[hidden]";
    }
}
