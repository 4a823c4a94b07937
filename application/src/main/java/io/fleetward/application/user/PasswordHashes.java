// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

/** Makes what is kept of passwords; slow and hungry on purpose, so it blocks. Thread-safe. */
public interface PasswordHashes {
    /** A hash of the password, different each time. */
    PasswordHash of(String password);

    /** Whether the hash is one of this password; takes as long either way. */
    boolean matches(String password, PasswordHash hash);
}
