// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.kernel.AccountId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrganizationTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final AccountId FIRST = new AccountId("555555555555");
    private static final AccountId SECOND = new AccountId("111111111111");

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Accounts accounts = new InMemoryAccounts();

    @Test
    void isManagedByTheAccountThatWasFirst() {
        var organization = new Organization(accounts, false);
        transactions.change(tx -> {
            assertThat(organization.management(tx)).isNull();
            accounts.add(tx, new Account(FIRST, NOW));
            accounts.add(tx, new Account(SECOND, NOW.plusSeconds(1)));
            assertThat(organization.management(tx)).isEqualTo(FIRST);
        });
    }

    @Test
    void hasTheAccountsThatExist() {
        var other = new AccountId("999999999999");
        transactions.change(tx -> {
            accounts.add(tx, new Account(FIRST, NOW));
            assertThat(new Organization(accounts, false).contains(tx, FIRST)).isTrue();
            assertThat(new Organization(accounts, false).contains(tx, other)).isFalse();
            assertThat(new Organization(accounts, true).contains(tx, other)).isTrue();
        });
    }
}
