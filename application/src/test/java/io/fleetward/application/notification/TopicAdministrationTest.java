// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.kernel.AccountRegion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics as people administer them. */
class TopicAdministrationTest {
    private static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");

    private final NotificationWorld world = new NotificationWorld();
    private final TopicAdministration topics = world.topics;

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
    void changesAttributesAndSetsThemBack() {
        String arn = topics.create(SCOPE, "alarms", Map.of("DisplayName", "Alarms"))
                .arn()
                .toString();

        topics.setAttribute(SCOPE, arn, "SignatureVersion", "2");
        topics.setAttribute(SCOPE, arn, "DisplayName", null);

        assertThat(topics.describe(SCOPE, arn).topic().attributes())
                .isEqualTo(new TopicAttributes("", SignatureVersion.SHA256));
        topics.setAttribute(SCOPE, arn, "SignatureVersion", null);
        assertThat(topics.describe(SCOPE, arn).topic().attributes()).isEqualTo(TopicAttributes.NONE);
    }

    @ParameterizedTest
    @CsvSource({"SignatureVersion,3,must be 1 or 2", "Policy,{},Policy is not supported"})
    void namesTheAttributeThatCannotBeSet(String attribute, String value, String message) {
        String arn = topics.create(SCOPE, "alarms", Map.of()).arn().toString();

        assertThatThrownBy(() -> topics.setAttribute(SCOPE, arn, attribute, value))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("AttributeName")
                .hasMessageContaining(message);
    }

    @Test
    void countsSubscriptionsByState() {
        String arn = topics.create(SCOPE, "alarms", Map.of()).arn().toString();
        world.subscribeConfirmed(arn, "https://one.example/");
        world.subscribe(arn, "https://two.example/");
        Subscription gone = world.subscribeConfirmed(arn, "https://three.example/");
        world.subscriptions.unsubscribe(SCOPE, gone.arn().toString());

        TopicAdministration.Described described = topics.describe(SCOPE, arn);

        assertThat(described.confirmed()).isOne();
        assertThat(described.pending()).isOne();
        assertThat(described.deleted()).isOne();
    }

    @Test
    void deletesATopicWithItsSubscriptions() {
        String arn = topics.create(SCOPE, "alarms", Map.of()).arn().toString();
        world.subscribeConfirmed(arn, "https://one.example/");

        topics.delete(SCOPE, arn);
        topics.create(SCOPE, "alarms", Map.of());

        assertThat(topics.describe(SCOPE, arn).confirmed()).isZero();
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
