// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions does. */
public abstract class SubscriptionsContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");
    private static final Instant INVITED = Instant.parse("2026-06-01T10:00:00.123Z");
    private static final Endpoint ENDPOINT = Endpoint.parse("https", "https://hooks.example/a?b=c");

    protected abstract Transactions transactions();

    protected abstract Subscriptions subscriptions();

    @Test
    void findsByIdAndByEndpointInItsOwnAccount() {
        Subscription subscription = new Subscription(HERE, "a", "alarms", ENDPOINT, State.PENDING, true, INVITED);
        put(subscription);

        transactions().change(tx -> {
            assertThat(subscriptions().find(tx, HERE, "a")).isEqualTo(subscription);
            assertThat(subscriptions().find(tx, THERE, "a")).isNull();
            assertThat(subscriptions().find(tx, HERE, "alarms", ENDPOINT)).isEqualTo(subscription);
            assertThat(subscriptions().find(tx, HERE, "other", ENDPOINT)).isNull();
            assertThat(subscriptions().find(tx, THERE, "alarms", ENDPOINT)).isNull();
        });
    }

    @Test
    void keepsPeopleApartFromEndpointsAndByWhatTheyGet() {
        Recipient people = Recipient.parse("email", "soc@fleetward.example");
        Recipient programs = Recipient.parse("email-json", "soc@fleetward.example");
        put(new Subscription(HERE, "a", "alarms", people, State.PENDING, false, INVITED));
        put(new Subscription(HERE, "b", "alarms", programs, State.PENDING, false, INVITED));

        transactions().change(tx -> {
            assertThat(subscriptions().find(tx, HERE, "alarms", people))
                    .isEqualTo(subscriptions().find(tx, HERE, "a"))
                    .isNotNull();
            assertThat(subscriptions().find(tx, HERE, "alarms", programs))
                    .isEqualTo(subscriptions().find(tx, HERE, "b"))
                    .isNotNull();
        });
    }

    @Test
    void replacesStateAndRawDelivery() {
        put(subscription(HERE, "a", State.PENDING));
        Subscription changed = subscription(HERE, "a", State.CONFIRMED).raw(true);
        put(changed);

        transactions()
                .change(tx -> assertThat(subscriptions().find(tx, HERE, "a")).isEqualTo(changed));
    }

    @Test
    void knowsAllOfATopicAndListsThoseThatAreNotDeleted() {
        Subscription first = subscription(HERE, "a", State.CONFIRMED);
        Subscription second = subscription(HERE, "b", State.DELETED);
        Subscription third = subscription(HERE, "c", State.PENDING);
        put(third);
        put(second);
        put(first);
        put(subscription(THERE, "d", State.CONFIRMED));

        transactions().change(tx -> {
            assertThat(subscriptions().of(tx, HERE, "alarms")).containsExactly(first, second, third);
            assertThat(subscriptions().of(tx, HERE, "other")).isEmpty();
            Page<Subscription> page = subscriptions().list(tx, HERE, PageRequest.first(1));
            assertThat(page.items()).containsExactly(first);
            Page<Subscription> next = subscriptions().list(tx, HERE, new PageRequest(1, page.next()));
            assertThat(next.items()).containsExactly(third);
            assertThat(next.next()).isNull();
        });
    }

    @Test
    void forgetsOneAndThoseThatAreTooOldUnlessConfirmed() {
        put(subscription(HERE, "a", State.PENDING));
        put(subscription(HERE, "b", State.DELETED));
        put(subscription(HERE, "c", State.CONFIRMED));
        put(subscription(HERE, "d", State.PENDING).invited(State.PENDING, INVITED.plus(Duration.ofDays(1))));
        put(subscription(THERE, "e", State.PENDING));
        transactions().change(tx -> subscriptions().remove(tx, THERE, "e"));
        transactions().change(tx -> subscriptions().remove(tx, THERE, "e"));

        int first = transactions().write(tx -> subscriptions().removeUnconfirmedSince(tx, INVITED.plusMillis(1), 1));
        int second = transactions().write(tx -> subscriptions().removeUnconfirmedSince(tx, INVITED.plusMillis(1), 5));

        assertThat(first).isOne();
        assertThat(second).isOne();
        transactions().change(tx -> {
            assertThat(subscriptions().of(tx, HERE, "alarms").stream().map(Subscription::id))
                    .containsExactly("c", "d");
            assertThat(subscriptions().of(tx, THERE, "alarms")).isEmpty();
        });
    }

    private void put(Subscription subscription) {
        transactions().change(tx -> subscriptions().put(tx, subscription));
    }

    private static Subscription subscription(AccountRegion scope, String id, State state) {
        return new Subscription(
                scope, id, "alarms", Endpoint.parse("http", "http://" + id + ".example:8080/"), state, false, INVITED);
    }
}
