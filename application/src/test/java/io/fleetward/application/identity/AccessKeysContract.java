// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.Region;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of access keys does. */
public abstract class AccessKeysContract {
    private static final AccountId OURS = new AccountId("000000000000");
    private static final AccountId THEIRS = new AccountId("111111111111");

    protected abstract Transactions transactions();

    protected abstract AccessKeys keys();

    @Test
    void findsAKeyWithItsSecret() {
        AccessKey key = key("AKIA1", OURS, 1);
        put(key);

        assertThat(find("AKIA1")).isEqualTo(key);
        assertThat(find("AKIA2")).isNull();
    }

    @Test
    void findsAKeyWithItsBoundsAndItsLastUse() {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        AccessKey key = key("AKIA1", OURS, 1);
        var bounded = new AccessKey(
                key.id(),
                key.account(),
                key.user(),
                key.role(),
                key.secret(),
                true,
                key.createdAt(),
                new KeyLimits(noon, Set.of(new Region("us-east-1"), new Region("eu-west-1"))),
                null);
        put(bounded, key("AKIA2", OURS, 2));
        transactions().change(tx -> {
            keys().used(tx, "AKIA2", noon);
            keys().used(tx, "AKIA3", noon);
        });

        assertThat(find("AKIA1")).isEqualTo(bounded);
        assertThat(Objects.requireNonNull(find("AKIA2")).lastUsedAt()).isEqualTo(noon);
    }

    @Test
    void replacesAKey() {
        AccessKey key = key("AKIA1", OURS, 1);
        put(key);
        put(key.switched(false));

        assertThat(find("AKIA1")).isEqualTo(key.switched(false));
    }

    @Test
    void removesAKey() {
        put(key("AKIA1", OURS, 1));

        boolean first = transactions().write(tx -> keys().remove(tx, "AKIA1"));
        boolean second = transactions().write(tx -> keys().remove(tx, "AKIA1"));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(find("AKIA1")).isNull();
    }

    @Test
    void pagesThroughTheKeysOfOneAccount() {
        put(key("AKIA3", OURS, 1), key("AKIA1", OURS, 2), key("AKIA2", OURS, 3), key("AKIA0", THEIRS, 4));

        Page<AccessKey> first = ofAccount(PageRequest.first(2));
        Page<AccessKey> second = ofAccount(new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(AccessKey::id).containsExactly("AKIA1", "AKIA2");
        assertThat(second.items()).extracting(AccessKey::id).containsExactly("AKIA3");
        assertThat(second.next()).isNull();
    }

    @Test
    void listsTheActiveKeysOldestFirst() {
        put(
                key("AKIA1", OURS, 3),
                key("AKIA2", THEIRS, 1),
                key("AKIA3", OURS, 2).switched(false));

        List<AccessKey> active = transactions().read(tx -> keys().active(tx));
        assertThat(active).extracting(AccessKey::id).containsExactly("AKIA2", "AKIA1");
    }

    protected static AccessKey key(String id, AccountId account, int age) {
        var secret = new AccessKeySecret("secret/of+" + id);
        Instant createdAt = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(age);
        return new AccessKey(id, account, "ann", Role.ANALYST, secret, true, createdAt);
    }

    protected void put(AccessKey... keys) {
        transactions().change(tx -> List.of(keys).forEach(key -> keys().put(tx, key)));
    }

    private @Nullable AccessKey find(String id) {
        return transactions().read(tx -> keys().find(tx, id));
    }

    private Page<AccessKey> ofAccount(PageRequest page) {
        return transactions().read(tx -> keys().ofAccount(tx, OURS, page));
    }
}
