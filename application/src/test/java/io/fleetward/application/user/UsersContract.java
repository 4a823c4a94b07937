// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of users does. */
public abstract class UsersContract {
    private static final AccountId OURS = new AccountId("000000000000");
    private static final AccountId THEIRS = new AccountId("111111111111");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    protected abstract Transactions transactions();

    protected abstract Users users();

    @Test
    void findsAUserWithEverythingAboutHim() {
        User everything = new User(
                new UserId(OURS, "ann"),
                Set.of(Role.ANALYST, Role.OPERATOR),
                AccountScope.of(Set.of(OURS, THEIRS)),
                new PasswordHash("$argon2id$v=19$hash"),
                true,
                true,
                7,
                NOON,
                NOON.plusSeconds(60));
        User least = user(THEIRS, "ann");
        put(everything, least);

        assertThat(find(everything.id())).isEqualTo(everything);
        assertThat(find(least.id())).isEqualTo(least);
        assertThat(find(new UserId(OURS, "ben"))).isNull();
    }

    @Test
    void replacesAUser() {
        User before = user(OURS, "ann");
        User after = before.permitted(Set.of(Role.READ_ONLY), AccountScope.of(THEIRS), true)
                .withPassword(new PasswordHash("another"), true)
                .signedIn(NOON.plusSeconds(1));
        put(before, after);

        assertThat(find(before.id())).isEqualTo(after);
    }

    @Test
    void removesAUserOfThatAccountOnly() {
        put(user(OURS, "ann"), user(THEIRS, "ann"));

        boolean first = transactions().write(tx -> users().remove(tx, new UserId(OURS, "ann")));
        boolean second = transactions().write(tx -> users().remove(tx, new UserId(OURS, "ann")));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(find(new UserId(OURS, "ann"))).isNull();
        assertThat(find(new UserId(THEIRS, "ann"))).isNotNull();
    }

    @Test
    void pagesThroughTheUsersOfOneAccount() {
        put(user(OURS, "cat"), user(OURS, "ann"), user(OURS, "ben"), user(THEIRS, "abe"));

        Page<User> first = ofAccount(PageRequest.first(2));
        Page<User> second = ofAccount(new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(user -> user.id().name()).containsExactly("ann", "ben");
        assertThat(second.items()).extracting(user -> user.id().name()).containsExactly("cat");
        assertThat(second.next()).isNull();
    }

    private static User user(AccountId account, String name) {
        return new User(
                new UserId(account, name),
                Set.of(Role.ADMINISTRATOR),
                AccountScope.EVERY,
                new PasswordHash("hash of " + name),
                false,
                false,
                0,
                NOON,
                null);
    }

    private void put(User... users) {
        transactions().change(tx -> List.of(users).forEach(user -> users().put(tx, user)));
    }

    private @Nullable User find(UserId id) {
        return transactions().read(tx -> users().find(tx, id));
    }

    private Page<User> ofAccount(PageRequest page) {
        return transactions().read(tx -> users().ofAccount(tx, OURS, page));
    }
}
