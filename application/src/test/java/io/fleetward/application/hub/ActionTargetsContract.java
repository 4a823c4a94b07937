// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a store of custom actions promises. */
public abstract class ActionTargetsContract {
    private static final AccountRegion NEIGHBOR = AccountRegion.of("999999999999", "eu-west-1");
    private static final AccountRegion OTHER_REGION = AccountRegion.of("123456789012", "us-east-1");

    protected abstract Transactions transactions();

    protected abstract ActionTargets targets();

    @Test
    void keepsActionsAsTheyWereLastSaved() {
        save(new ActionTarget("Ticket", "Make a ticket", "first"));
        var second = new ActionTarget("Ticket", "Make \uD83D\uDE00", "second");
        save(second);
        assertThat(find(HOME)).isEqualTo(second);
        assertThat(all(HOME)).containsExactly(second);
    }

    @Test
    void listsAndForgetsOnlyWhatIsOfTheAccountAndRegion() {
        var ticket = new ActionTarget("Ticket", "Ticket", "a");
        var lower = new ActionTarget("ticket", "ticket", "b");
        var page = new ActionTarget("Page", "Page", "c");
        List.of(lower, ticket, page).forEach(this::save);
        for (AccountRegion stranger : List.of(NEIGHBOR, OTHER_REGION)) {
            assertThat(all(stranger)).isEmpty();
            assertThat(find(stranger)).isNull();
            assertThat(remove(stranger)).isFalse();
            transactions().change(tx -> targets().removeAll(tx, stranger));
        }
        assertThat(all(HOME)).containsExactly(page, ticket, lower);
        assertThat(remove(HOME)).isTrue();
        assertThat(remove(HOME)).isFalse();
        assertThat(find(HOME)).isNull();
        assertThat(all(HOME)).containsExactly(page, lower);
        transactions().change(tx -> targets().removeAll(tx, HOME));
        assertThat(all(HOME)).isEmpty();
    }

    private @Nullable ActionTarget find(AccountRegion scope) {
        return transactions().read(tx -> targets().find(tx, scope, "Ticket"));
    }

    private List<ActionTarget> all(AccountRegion scope) {
        return transactions().read(tx -> targets().all(tx, scope));
    }

    private boolean remove(AccountRegion scope) {
        return transactions().write(tx -> targets().remove(tx, scope, "Ticket"));
    }

    private void save(ActionTarget target) {
        transactions().change(tx -> targets().save(tx, HOME, target));
    }
}
