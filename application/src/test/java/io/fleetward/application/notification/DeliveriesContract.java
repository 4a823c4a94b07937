// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.Deliveries.Busy;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of deliveries does. */
public abstract class DeliveriesContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");
    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00.123Z");
    private static final Busy NOBODY = new Busy(Set.of(), Set.of());

    protected abstract Transactions transactions();

    protected abstract Deliveries deliveries();

    @Test
    void keepsAMessageWithEverythingItSays() {
        var attributes = new LinkedHashMap<String, MessageAttribute>();
        attributes.put("severity", new MessageAttribute("String", "hi\"gh"));
        attributes.put("count", new MessageAttribute("Number", "3"));
        var full = new TopicMessage(
                HERE, "m", TopicMessage.Kind.NOTIFICATION, "alarms", "About", "Text ä\n", true, attributes, NOW);
        transactions().change(tx -> deliveries().add(tx, full, List.of("s"), NOW));
        add(HERE, "n", NOW, "s");

        assertThat(message(HERE, "m")).isEqualTo(full);
        assertThat(message(HERE, "n")).isEqualTo(message("n", HERE));
        assertThat(message(THERE, "m")).isNull();
    }

    @Test
    void answersWhatIsDueTheLongestDueFirst() {
        add(HERE, "later", NOW.plusMillis(1), "a");
        add(HERE, "now", NOW, "a");
        add(THERE, "before", NOW.minusMillis(1), "b");

        assertThat(due(NOW, NOBODY)).containsExactly("before b", "now a");
        assertThat(due(NOW.plusMillis(1), NOBODY)).containsExactly("before b", "now a", "later a");
        assertThat(nextDueAfter(NOW)).isEqualTo(NOW.plusMillis(1));
        assertThat(nextDueAfter(NOW.plusMillis(1))).isNull();
    }

    @Test
    void passesOverWhoeverIsBusy() {
        add(HERE, "m", NOW, "a", "b");
        add(THERE, "n", NOW, "c");

        assertThat(due(NOW, new Busy(Set.of("a"), Set.of()))).containsExactly("m b", "n c");
        assertThat(due(NOW, new Busy(Set.of("b", "c"), Set.of()))).containsExactly("m a");
        assertThat(due(NOW, new Busy(Set.of(), Set.of(new AccountId("000000000000")))))
                .containsExactly("n c");
    }

    @Test
    void postponesAndCountsAttempts() {
        add(HERE, "m", NOW, "a");
        Delivery first = only();

        transactions().change(tx -> deliveries().postpone(tx, first, NOW.plusSeconds(20)));

        assertThat(due(NOW, NOBODY)).isEmpty();
        assertThat(nextDueAfter(NOW)).isEqualTo(NOW.plusSeconds(20));
        List<Delivery> again = transactions().read(tx -> deliveries().due(tx, NOW.plusSeconds(20), NOBODY, 10));
        assertThat(again).containsExactly(new Delivery(HERE, "m", "a", 1));
    }

    @Test
    void forgetsTheMessageWithItsLastDelivery() {
        add(HERE, "m", NOW, "a", "b");
        List<Delivery> both = transactions().read(tx -> deliveries().due(tx, NOW, NOBODY, 10));

        transactions().change(tx -> deliveries().remove(tx, both.getFirst()));
        assertThat(message(HERE, "m")).isNotNull();
        transactions().change(tx -> deliveries().remove(tx, both.getLast()));
        assertThat(message(HERE, "m")).isNull();
        transactions().change(tx -> deliveries().remove(tx, both.getLast()));
        assertThat(due(NOW, NOBODY)).isEmpty();
    }

    @Test
    void countsWhatASubscriptionWaitsFor() {
        add(HERE, "m", NOW, "a", "b");
        add(HERE, "n", NOW.plusSeconds(1), "a");

        transactions().change(tx -> {
            assertThat(deliveries().waiting(tx, HERE, "a", 10)).isEqualTo(2);
            assertThat(deliveries().waiting(tx, HERE, "a", 1)).isOne();
            assertThat(deliveries().waiting(tx, HERE, "c", 10)).isZero();
            assertThat(deliveries().waiting(tx, THERE, "a", 10)).isZero();
        });
    }

    private void add(AccountRegion scope, String id, Instant dueAt, String... subscriptions) {
        transactions().change(tx -> deliveries().add(tx, message(id, scope), List.of(subscriptions), dueAt));
    }

    private List<String> due(Instant now, Busy busy) {
        return transactions().read(tx -> deliveries().due(tx, now, busy, 10)).stream()
                .map(delivery -> delivery.messageId() + " " + delivery.subscriptionId())
                .toList();
    }

    private Delivery only() {
        List<Delivery> due = transactions().read(tx -> deliveries().due(tx, NOW, NOBODY, 10));
        assertThat(due).hasSize(1);
        return due.getFirst();
    }

    private @Nullable Instant nextDueAfter(Instant now) {
        return transactions().read(tx -> deliveries().nextDueAfter(tx, now));
    }

    private @Nullable TopicMessage message(AccountRegion scope, String id) {
        return transactions().read(tx -> deliveries().message(tx, scope, id));
    }

    private static TopicMessage message(String id, AccountRegion scope) {
        return new TopicMessage(
                scope,
                id,
                TopicMessage.Kind.SUBSCRIPTION_CONFIRMATION,
                "alarms",
                null,
                "text",
                false,
                new LinkedHashMap<>(),
                NOW);
    }
}
