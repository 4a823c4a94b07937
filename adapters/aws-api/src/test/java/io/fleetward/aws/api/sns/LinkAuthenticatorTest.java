// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.AdministrativeAct;
import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.Subscription.State;
import io.fleetward.aws.api.ApiSurroundings;
import io.fleetward.aws.api.AwsApi;
import io.fleetward.aws.api.fault.Fault;
import io.fleetward.aws.api.fault.FaultException;
import io.fleetward.aws.api.http.ApiRequest;
import io.fleetward.aws.api.http.ApiResponse;
import io.fleetward.aws.api.http.Headers;
import io.fleetward.aws.api.http.PercentCoding;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.kernel.Ids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done by the links in messages, and what cannot. */
class LinkAuthenticatorTest {
    private static final String VERSION = "&Version=2010-03-31";

    private final NotificationWorld world = new NotificationWorld();
    private final List<AdministrativeAct> acts = new ArrayList<>();
    private final String topic = world.topic("alarms");
    private final AwsApi api = new AwsApi(
            List.of(
                    new SubscriptionOperations(world.subscriptions, new PageTokens(new byte[32])),
                    new TopicOperations(world.topics, new PageTokens(new byte[32]))),
            new LinkAuthenticator(
                    (request, path) -> {
                        throw new FaultException(Fault.MISSING_SIGNATURE, "Missing Authentication Token");
                    },
                    world.tokens),
            new ApiSurroundings(world.clock, acts::add, new Ids(new Random(1))));

    @Test
    void confirmsAndEndsASubscription() {
        Subscription pending = world.subscribe(topic, "https://hooks.example/");

        assertThat(get(confirm(pending)).status()).isEqualTo(200);
        assertThat(state(pending)).isEqualTo(State.CONFIRMED);
        assertThat(get(unsubscribe(pending)).status()).isEqualTo(200);
        assertThat(state(pending)).isEqualTo(State.DELETED);
        assertThat(acts)
                .extracting(AdministrativeAct::actor)
                .containsOnly(pending.arn().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8443", "iot.example", "sts.example", "fleetward.example:8443"})
    void worksUnderWhateverNameTheServerHas(String host) {
        Subscription pending = world.subscribe(topic, "https://hooks.example/");

        assertThat(get("/?" + confirm(pending), Map.of("host", host)).status()).isEqualTo(200);
    }

    @Test
    void refusesForgedTokens() {
        Subscription pending = world.subscribe(topic, "https://hooks.example/");
        String forged = confirm(pending).replaceAll("Token=.", "Token=g");
        String exchanged = "Action=Unsubscribe&SubscriptionArn=" + encoded(pending.arn()) + "&Token="
                + world.tokens.confirming(pending) + VERSION;

        for (String query : List.of(
                forged,
                exchanged,
                confirm(pending).replaceAll("Token=[0-9a-f]*", "x=y"),
                confirm(pending).replace("alarms", "other"),
                confirm(pending).replace("TopicArn=", "Topic="),
                "Action=Unsubscribe&Token=" + world.tokens.unsubscribing(pending) + VERSION)) {
            assertThat(get(query).status()).as(query).isEqualTo(403);
        }
        assertThat(state(pending)).isEqualTo(State.PENDING);
    }

    @Test
    void opensNothingElse() {
        Subscription pending = world.subscribe(topic, "https://hooks.example/");
        String proof = "&TopicArn=" + encoded(pending.topicArn()) + "&SubscriptionArn=" + encoded(pending.arn())
                + "&Token=" + world.tokens.confirming(pending) + VERSION;

        assertThat(get("Action=ListTopics" + proof).status()).isEqualTo(403);
        assertThat(get("Action=ListTopics&Action=ConfirmSubscription" + proof).status())
                .isEqualTo(403);
        assertThat(get("/things?Action=ConfirmSubscription" + proof, Map.of("host", "iot.us-east-1.example"))
                        .status())
                .isEqualTo(403);
        assertThat(get("/?Action=ConfirmSubscription" + proof, Map.of("authorization", "Basic x"))
                        .status())
                .isEqualTo(403);
        assertThat(api.handle(ApiRequest.of("POST", "/?Action=ConfirmSubscription" + proof)
                                .build())
                        .status())
                .isEqualTo(403);
        assertThat(api.handle(ApiRequest.of("GET", "/?Action=ConfirmSubscription" + proof)
                                .headers(Headers.of(Map.of("content-type", "application/x-www-form-urlencoded")
                                        .entrySet()))
                                .body(("Action=ListTopics" + VERSION).getBytes(StandardCharsets.US_ASCII))
                                .build())
                        .status())
                .isEqualTo(403);
        assertThat(state(pending)).isEqualTo(State.PENDING);
    }

    private String confirm(Subscription subscription) {
        return "Action=ConfirmSubscription&TopicArn=" + encoded(subscription.topicArn()) + "&Token="
                + world.tokens.confirming(subscription) + VERSION;
    }

    private String unsubscribe(Subscription subscription) {
        return "Action=Unsubscribe&SubscriptionArn=" + encoded(subscription.arn()) + "&Token="
                + world.tokens.unsubscribing(subscription) + VERSION;
    }

    private static String encoded(Object arn) {
        return PercentCoding.encode(arn.toString());
    }

    private ApiResponse get(String query) {
        return get("/?" + query, Map.of("host", "fleetward.example:8443"));
    }

    private ApiResponse get(String target, Map<String, String> headers) {
        return api.handle(ApiRequest.of("GET", target)
                .headers(Headers.of(headers.entrySet()))
                .build());
    }

    private State state(Subscription subscription) {
        return world.kept(subscription).state();
    }
}
