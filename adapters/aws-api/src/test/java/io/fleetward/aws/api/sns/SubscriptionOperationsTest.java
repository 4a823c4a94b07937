// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import static io.fleetward.application.notification.NotificationWorld.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.application.notification.Subscription;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.PageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscriptions over the wire. */
class SubscriptionOperationsTest {
    private static final String URL = "https://hooks.example/alarms";

    private final NotificationWorld world = new NotificationWorld();
    private final ApiHarness api =
            ApiHarness.of(world.clock, new SubscriptionOperations(world.subscriptions, new PageTokens(new byte[32])));
    private final String topic = world.topic("alarms");

    @Test
    void subscribesConfirmsListsAndEnds() {
        assertThat(subscribe("").body())
                .contains("<SubscribeResult><SubscriptionArn>pending confirmation</SubscriptionArn>");
        assertThat(call("ListSubscriptions", "{}").body())
                .contains("<SubscriptionArn>PendingConfirmation</SubscriptionArn>");
        Subscription pending = only();

        String confirmed = call(
                        "ConfirmSubscription",
                        "{'TopicArn': '" + topic + "', 'Token': '" + world.tokens.confirming(pending) + "'}")
                .body();

        String arn = pending.arn().toString();
        assertThat(confirmed).contains("<ConfirmSubscriptionResult><SubscriptionArn>" + arn + "</SubscriptionArn>");
        assertThat(call("ListSubscriptionsByTopic", "{'TopicArn': '" + topic + "'}")
                        .body())
                .contains("<member><SubscriptionArn>" + arn + "</SubscriptionArn><Owner>000000000000</Owner>"
                        + "<Protocol>https</Protocol><Endpoint>" + URL + "</Endpoint><TopicArn>" + topic
                        + "</TopicArn></member>");
        assertThat(subscribe("").body()).contains(arn);

        assertThat(call("Unsubscribe", "{'SubscriptionArn': '" + arn + "'}").status())
                .isEqualTo(200);
        assertThat(call("GetSubscriptionAttributes", "{'SubscriptionArn': '" + arn + "'}")
                        .body())
                .contains("<Code>NotFound</Code>");
    }

    @Test
    void showsAndSetsAttributes() {
        subscribe(", 'ReturnSubscriptionArn': true, 'Attributes': {'RawMessageDelivery': 'true'}");
        String arn = only().arn().toString();

        assertThat(attributes(arn))
                .contains("<entry><key>PendingConfirmation</key><value>true</value></entry>")
                .contains("<entry><key>RawMessageDelivery</key><value>true</value></entry>")
                .contains("<entry><key>Endpoint</key><value>" + URL + "</value></entry>");

        call(
                "SetSubscriptionAttributes",
                "{'SubscriptionArn': '" + arn + "', 'AttributeName': 'RawMessageDelivery', 'AttributeValue': 'false'}");
        assertThat(attributes(arn)).contains("<entry><key>RawMessageDelivery</key><value>false</value></entry>");
        assertThat(call(
                                "SetSubscriptionAttributes",
                                "{'SubscriptionArn': '" + arn
                                        + "', 'AttributeName': 'FilterPolicy', 'AttributeValue': '{}'}")
                        .body())
                .contains("<Code>InvalidParameter</Code>")
                .contains("FilterPolicy is not supported");
    }

    @Test
    void answersTheArnOfAPendingSubscriptionOnRequest() {
        String answer = subscribe(", 'ReturnSubscriptionArn': true").body();

        assertThat(answer).contains(only().arn().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "sqs, arn:aws:sqs:us-east-1:000000000000:q, 'the protocol sqs is not supported, only http, https, email and email-json are'",
        "https, http://hooks.example/, must begin with https://",
        "https, https://forbidden.example/, the operator forbids it"
    })
    void refusesEndpoints(String protocol, String endpoint, String message) {
        Answer answer = call(
                "Subscribe",
                "{'TopicArn': '" + topic + "', 'Protocol': '" + protocol + "', 'Endpoint': '" + endpoint + "'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>InvalidParameter</Code>").contains(message);
    }

    @Test
    void namesWhatIsMissingOrNotSupported() {
        assertThat(call("Subscribe", "{'TopicArn': '" + topic + "', 'Protocol': 'https'}")
                        .body())
                .contains("Invalid parameter: Endpoint");
        assertThat(subscribe(", 'Attributes': {'RedrivePolicy': '{}'}").body())
                .contains("RedrivePolicy is not supported");
        assertThat(call(
                                "ConfirmSubscription",
                                "{'TopicArn': '" + topic + "', 'Token': 't', 'AuthenticateOnUnsubscribe': 'true'}")
                        .body())
                .contains("AuthenticateOnUnsubscribe Reason: not supported");
    }

    private String attributes(String arn) {
        return call("GetSubscriptionAttributes", "{'SubscriptionArn': '" + arn + "'}")
                .body();
    }

    private Answer subscribe(String more) {
        return call(
                "Subscribe",
                "{'TopicArn': '" + topic + "', 'Protocol': 'https', 'Endpoint': '" + URL + "'" + more + "}");
    }

    private Subscription only() {
        return world.subscriptions.list(SCOPE, PageRequest.first(2)).items().getFirst();
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.SNS, operation, members);
    }
}
