// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

/** Hashes that hide nothing and cost nothing. Thread-safe. */
public final class PlainHashes implements PasswordHashes {
    @Override
    public PasswordHash of(String password) {
        return new PasswordHash("plain:" + password);
    }

    @Override
    public PasswordHash ofNobody() {
        return new PasswordHash("nobody's");
    }

    @Override
    public boolean matches(String password, PasswordHash hash) {
        return hash.encoded().equals("plain:" + password);
    }
}
