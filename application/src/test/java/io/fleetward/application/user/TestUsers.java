// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.identity.Role;
import io.fleetward.kernel.AccountId;
import java.time.Instant;
import java.util.Set;

/** Users for tests, with passwords of {@link PlainHashes}. */
public final class TestUsers {
    /** The account that keeps them. */
    public static final AccountId HOME = new AccountId("000000000000");

    private TestUsers() {}

    /** A user who chose his password and works in the home account. */
    public static User user(String name, String password, Role... roles) {
        return new User(
                new UserId(HOME, name),
                Set.of(roles),
                AccountScope.of(HOME),
                new PlainHashes().of(password),
                false,
                false,
                0,
                Instant.parse("2026-06-01T00:00:00Z"),
                null);
    }
}
