// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

/** Makes what is kept of passwords; slow and hungry on purpose, so it blocks. Thread-safe. */
public interface PasswordHashes {
    /** A hash of the password, different each time. */
    PasswordHash of(String password);

    /** What matches no password and takes as long to compare as what does; made at once. */
    PasswordHash ofNobody();

    /** Whether the hash is one of this password; takes as long either way. */
    boolean matches(String password, PasswordHash hash);
}
