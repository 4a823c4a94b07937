// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of topics does. */
public abstract class TopicsContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");
    private static final Instant CREATED = Instant.parse("2026-06-01T10:00:00.123Z");

    protected abstract Transactions transactions();

    protected abstract Topics topics();

    @Test
    void findsWhatWasAddedInItsOwnAccount() {
        var topic = new Topic(HERE, "alarms", new TopicAttributes("Alarms", SignatureVersion.SHA256), CREATED);
        transactions().change(tx -> topics().put(tx, topic));

        transactions().change(tx -> {
            assertThat(topics().find(tx, HERE, "alarms")).isEqualTo(topic);
            assertThat(topics().find(tx, THERE, "alarms")).isNull();
        });
    }

    @Test
    void replacesTheAttributesOfATopic() {
        Topic before = topic("alarms");
        Topic after = before.with(new TopicAttributes("Alarms", SignatureVersion.SHA256));
        transactions().change(tx -> topics().put(tx, before));
        transactions().change(tx -> topics().put(tx, after));

        transactions()
                .change(tx -> assertThat(topics().find(tx, HERE, "alarms")).isEqualTo(after));
    }

    @Test
    void listsPageByPage() {
        transactions().change(tx -> {
            topics().put(tx, topic("c"));
            topics().put(tx, topic("a"));
            topics().put(tx, topic("b"));
            topics().put(tx, new Topic(THERE, "d", TopicAttributes.NONE, CREATED));
        });

        transactions().change(tx -> {
            Page<Topic> first = topics().list(tx, HERE, PageRequest.first(2));
            assertThat(first.items()).containsExactly(topic("a"), topic("b"));
            Page<Topic> last = topics().list(tx, HERE, new PageRequest(2, first.next()));
            assertThat(last.items()).containsExactly(topic("c"));
            assertThat(last.next()).isNull();
        });
    }

    @Test
    void forgetsWhatWasRemoved() {
        transactions().change(tx -> topics().put(tx, topic("a")));
        transactions().change(tx -> {
            topics().remove(tx, HERE, "a");
            topics().remove(tx, HERE, "a");
        });

        transactions().change(tx -> assertThat(topics().find(tx, HERE, "a")).isNull());
    }

    private static Topic topic(String name) {
        return new Topic(HERE, name, TopicAttributes.NONE, CREATED);
    }
}
