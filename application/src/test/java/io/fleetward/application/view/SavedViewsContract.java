// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of views does. */
public abstract class SavedViewsContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    protected abstract Transactions transactions();

    protected abstract SavedViews views();

    @Test
    void showsWhatIsOnesOwnOrShared() {
        SavedView own = view(HERE, "findings", "mine", "ann", false);
        SavedView shared = view(HERE, "devices", "theirs", "ben", true);
        put(own, shared, view(HERE, "findings", "hidden", "ben", false), view(THERE, "findings", "mine", "ann", true));

        assertThat(seenBy("ann")).containsExactly(shared, own);
        assertThat(seenBy("cat")).containsExactly(shared);
    }

    @Test
    void replacesAViewOfThatOwnerOnly() {
        SavedView before = view(HERE, "findings", "open", "ann", false);
        var after = new SavedView(HERE, "findings", "open", "ann", "{}", true, NOON.plusSeconds(1));
        SavedView namesake = view(HERE, "findings", "open", "ben", true);
        put(before, namesake, after);

        assertThat(seenBy("ann")).containsExactly(after, namesake);
        assertThat(find("ann")).isEqualTo(after);
        assertThat(find("cat")).isNull();
    }

    @Test
    void removesAView() {
        put(view(HERE, "findings", "open", "ann", false), view(HERE, "findings", "open", "ben", false));

        boolean first = transactions().write(tx -> views().remove(tx, HERE, "findings", "open", "ann"));
        boolean second = transactions().write(tx -> views().remove(tx, HERE, "findings", "open", "ann"));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(seenBy("ann")).isEmpty();
        assertThat(seenBy("ben")).hasSize(1);
    }

    private @Nullable SavedView find(String owner) {
        return transactions().read(tx -> views().find(tx, HERE, "findings", "open", owner));
    }

    private List<SavedView> seenBy(String owner) {
        return transactions().read(tx -> views().seenBy(tx, HERE, owner));
    }

    private void put(SavedView... views) {
        transactions().change(tx -> List.of(views).forEach(view -> views().put(tx, view)));
    }

    private static SavedView view(AccountRegion scope, String page, String name, String owner, boolean shared) {
        return new SavedView(scope, page, name, owner, "{\"filter\":\"" + name + "\"}", shared, NOON);
    }
}
