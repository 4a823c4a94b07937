// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.testkit.VirtualClock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics as people administer them. */
class TopicAdministrationTest {
    private static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");

    private final TopicAdministration topics =
            new TopicAdministration(new InMemoryTransactions(), new InMemoryTopics(), VirtualClock.atStart());

    @Test
    void createsATopicOnce() {
        Topic created = topics.create(SCOPE, "alarms", Map.of("DisplayName", "Alarms"));

        assertThat(created.arn()).hasToString("arn:aws:sns:us-east-1:000000000000:alarms");
        assertThat(topics.create(SCOPE, "alarms", Map.of("DisplayName", "Alarms")))
                .isEqualTo(created);
        assertThatThrownBy(() -> topics.create(SCOPE, "alarms", Map.of()))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("already exists with different attributes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a.b", "alarms.fifo", "ä"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> topics.create(SCOPE, name, Map.of()))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Invalid parameter: Topic Name");
    }

    @Test
    void namesAnAttributeThatIsNotSupported() {
        assertThatThrownBy(() -> topics.create(SCOPE, "alarms", Map.of("KmsMasterKeyId", "k")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("KmsMasterKeyId");
    }

    @Test
    void missesTopicsThatAreNotThere() {
        String arn = topics.create(SCOPE, "alarms", Map.of()).arn().toString();
        topics.delete(SCOPE, arn);
        topics.delete(SCOPE, arn);

        assertThatThrownBy(() -> topics.describe(SCOPE, arn))
                .isInstanceOf(ApiException.class)
                .hasMessage("Topic does not exist");
        assertThatThrownBy(() -> topics.describe(SCOPE, arn.replace("000000000000", "111111111111")))
                .isInstanceOf(ApiException.class)
                .hasMessage("Topic does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"alarms", "arn:aws:sqs:us-east-1:000000000000:alarms", "arn:aws:sns:us-east-1:000000000000:a:b"})
    void refusesWhatIsNoArnOfATopic(String arn) {
        assertThatThrownBy(() -> topics.delete(SCOPE, arn))
                .isInstanceOf(ApiException.class)
                .hasMessage("Invalid parameter: TopicArn");
    }
}
