// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

/** What is kept of a password; never shown by {@code toString}. Immutable. */
public record PasswordHash(String encoded) {
    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
