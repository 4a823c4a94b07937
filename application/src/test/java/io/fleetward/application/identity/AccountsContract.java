// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
public abstract class AccountsContract {
    private static final Account FIRST =
            new Account(new AccountId("000000000000"), Instant.parse("2026-06-01T10:00:00.123Z"));
    private static final Account SECOND =
            new Account(new AccountId("111111111111"), Instant.parse("2026-05-01T10:00:00Z"));

    protected abstract Transactions transactions();

    protected abstract Accounts accounts();

    @Test
    void findsWhatWasAdded() {
        add(FIRST);

        transactions().change(tx -> {
            assertThat(accounts().find(tx, FIRST.id())).isEqualTo(FIRST);
            assertThat(accounts().find(tx, SECOND.id())).isNull();
        });
    }

    @Test
    void refusesASecondAccountWithTheSameId() {
        assertThat(add(FIRST)).isTrue();
        assertThat(add(new Account(FIRST.id(), Instant.EPOCH))).isFalse();

        List<Account> all = transactions().read(tx -> accounts().all(tx));
        assertThat(all).containsExactly(FIRST);
    }

    @Test
    void listsInTheOrderOfIds() {
        add(SECOND);
        add(FIRST);

        List<Account> all = transactions().read(tx -> accounts().all(tx));
        assertThat(all).containsExactly(FIRST, SECOND);
    }

    private boolean add(Account account) {
        return transactions().write(tx -> accounts().add(tx, account));
    }
}
