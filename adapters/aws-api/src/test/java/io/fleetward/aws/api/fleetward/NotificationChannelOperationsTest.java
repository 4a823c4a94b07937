// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.channel.ChannelAdministration;
import io.fleetward.application.events.channel.ChannelMail;
import io.fleetward.application.events.channel.ChannelStore;
import io.fleetward.application.events.channel.InMemoryNotificationChannels;
import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Channels over the wire. */
class NotificationChannelOperationsTest {
    private static final String ARN = "arn:aws:fleetward:us-east-1:000000000000:notification-channel/ops";
    private static final String SHOWN = "{\"channelName\":\"ops\",\"channelArn\":\"" + ARN
            + "\",\"kind\":\"SLACK\",\"description\":\"d\"," + "\"creationDate\":1780272000}";

    private final EventFixture bus = new EventFixture();
    private final ApiHarness api = ApiHarness.of(
            bus.clock,
            new NotificationChannelOperations(
                    new ChannelAdministration(
                            new ChannelStore(bus.transactions, new InMemoryNotificationChannels()),
                            endpoint -> endpoint.host().equals("10.0.0.1") ? "is not permitted" : null,
                            new ChannelMail(
                                    _ -> new DeliveryOutcome.Delivered(), () -> null, Set.of("fleetward.example")),
                            bus.clock),
                    new PageTokens(new byte[32])));

    private Answer call(String operation, String members) {
        return api.call(AwsService.FLEETWARD, operation, members);
    }

    private Answer create(String name, String kind, String url) {
        return call(
                "CreateNotificationChannel",
                "{'channelName':'" + name + "','kind':'" + kind + "','description':'d','webhookUrl':'" + url + "'}");
    }

    @Test
    void keepsTheWebhookToItself() {
        String url = "https://hooks.example/hidden";
        assertThat(create("ops", "SLACK", url).body())
                .isEqualTo("{\"channelName\":\"ops\",\"channelArn\":\"" + ARN + "\"}");
        assertThat(create("ops", "SLACK", url).status()).isEqualTo(200);
        Answer other = create("ops", "TEAMS", url);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).doesNotContain("hidden");

        assertThat(call("DescribeNotificationChannel", "{'channelName':'ops'}").body())
                .isEqualTo(SHOWN);
        create("teams", "TEAMS", "https://teams.example/hidden");
        Answer first = call("ListNotificationChannels", "{'maxResults':1}");
        assertThat(first.body()).startsWith("{\"channels\":[" + SHOWN + "],\"nextToken\":");
        String token = first.json().path("nextToken").asString();
        Answer second = call("ListNotificationChannels", "{'maxResults':1,'nextToken':'" + token + "'}");
        assertThat(second.json().at("/channels/0/channelName").asString()).isEqualTo("teams");

        assertThat(call("DeleteNotificationChannel", "{'channelName':'ops'}").body())
                .isEqualTo("{}");
        assertThat(call("DeleteNotificationChannel", "{'channelName':'ops'}").status())
                .isEqualTo(200);
        assertThat(call("DescribeNotificationChannel", "{'channelName':'ops'}").status())
                .isEqualTo(404);
    }

    @Test
    void refusesUrlsThatCannotBeCalledOrGiveTheSecretAway() {
        assertThat(create("a", "SLACK", "http://hooks.example/x").message())
                .isEqualTo("webhookUrl must begin with https://");
        assertThat(create("a", "SLACK", "nonsense").message()).isEqualTo("webhookUrl must be a URL");
        assertThat(create("a", "SLACK", "https://10.0.0.1/x").message()).isEqualTo("webhookUrl is not permitted");
        assertThat(create("a", "PIGEON", "https://hooks.example/x").status()).isEqualTo(400);
        assertThat(create("a", "SLACK", "http://127.0.0.1:9/x").status()).isEqualTo(200);
    }

    @Test
    void keepsAHundredChannels() {
        for (int i = 0; i < 100; i++) {
            create("c" + i, "SLACK", "https://hooks.example/x");
        }
        Answer refused = create("one-more", "SLACK", "https://hooks.example/x");
        assertThat(refused.message()).isEqualTo("an account has at most 100 channels");
    }

    @Test
    void keepsAMailboxThatTheOperatorPermits() {
        assertThat(create("post", "EMAIL", "mailto:soc@fleetward.example").status())
                .isEqualTo(200);
        assertThat(call("DescribeNotificationChannel", "{'channelName':'post'}").body())
                .contains("EMAIL")
                .doesNotContain("soc@");
        Answer elsewhere = create("other", "EMAIL", "mailto:a@elsewhere.example");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("--mail-allow");
        assertThat(create("other", "EMAIL", "https://fleetward.example/").body())
                .contains("must be mailto:");
        assertThat(create("other", "EMAIL", "mailto:soc@fleetward.example?bcc=x")
                        .status())
                .isEqualTo(400);
    }
}
