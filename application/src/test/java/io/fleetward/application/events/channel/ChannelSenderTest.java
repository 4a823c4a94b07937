// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.channel;

import static io.fleetward.application.events.delivery.EventFixture.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.SendOutcome.Delivered;
import io.fleetward.application.events.delivery.SendOutcome.Failed;
import io.fleetward.application.events.delivery.SendOutcome.Refused;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.events.destination.Credential;
import io.fleetward.application.events.destination.WebClient.Reply;
import io.fleetward.application.events.destination.WebClient.Request;
import io.fleetward.application.events.rule.MatchedEvent;
import io.fleetward.application.events.rule.RetryPolicy;
import io.fleetward.application.events.rule.RuleDraft;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.application.notification.delivery.OutgoingMail;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people read in their chat program of an event, and what comes of the post. */
class ChannelSenderTest {
    private static final String FINDING = """
            {"Title":"Overly <!channel> permissive","Severity":{"Label":"CRITICAL"},"AwsAccountId":"000000000000",
             "ProductName":"IoT Device Defender - Audit","RecordState":"ACTIVE","Region":"us-east-1",
             "Resources":[{"Id":"arn:aws:iot:us-east-1:000000000000:policy/p"},{"Id":"other"}],
             "SourceUrl":"https://example.com/a?b=1&c=2"}""";

    private final EventFixture bus = new EventFixture();
    private final ChannelStore store = new ChannelStore(bus.transactions, new InMemoryNotificationChannels());
    private final ChannelAdministration channels =
            new ChannelAdministration(store, endpoint -> null, mail(), bus.clock);
    private final List<Request> requests = new ArrayList<>();
    private final List<OutgoingMail> mails = new ArrayList<>();
    private Reply reply = new Reply.Answered(200, "ok");
    private DeliveryOutcome mailed = new DeliveryOutcome.Delivered();
    private final ChannelSender sender = new ChannelSender(
            store,
            request -> {
                requests.add(request);
                return reply;
            },
            mail());

    private ChannelMail mail() {
        return new ChannelMail(
                outgoing -> {
                    mails.add(outgoing);
                    return mailed;
                },
                () -> null,
                Set.of("Fleetward.example"));
    }

    private void channel(ChannelKind kind) {
        channels.create(SCOPE, "ops", kind, null, new Credential("https://hooks.example/secret"));
    }

    private SendOutcome send(String text) {
        var rule = bus.rules.put(
                SCOPE, new RuleDraft(null, "rule", "{\"source\":[\"fire\"]}", null, true, null, null, Map.of()));
        var target = EventFixture.target("t", RetryPolicy.STANDARD);
        return sender.send(new Letter(MatchedEvent.of(rule, "{}", bus.clock.instant()), target, text, 0), "ops");
    }

    private JsonNode posted() {
        return JsonMapper.shared().readTree(requests.getLast().body());
    }

    private static String event(String findings) {
        return "{\"detail-type\":\"Security Hub Findings - Imported\",\"detail\":{\"findings\":[" + findings + "]}}";
    }

    private List<String> slackTexts() {
        return posted().path("blocks")
                .valueStream()
                .map(block -> block.path("text").path("text").asString())
                .toList();
    }

    @Test
    void tellsSlackOfAFindingWithoutItsMarkup() {
        channel(ChannelKind.SLACK);
        assertThat(send(event(FINDING))).isEqualTo(new Delivered("answered 200"));

        Request request = requests.getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.endpoint()).hasToString("https://hooks.example/secret");
        assertThat(request.headers()).containsEntry("Content-Type", "application/json; charset=utf-8");
        assertThat(posted().path("text").asString()).isEqualTo("Overly &lt;!channel&gt; permissive");
        assertThat(posted().at("/blocks/0/text/type").asString()).isEqualTo("plain_text");
        assertThat(slackTexts())
                .containsExactly(
                        "Overly <!channel> permissive",
                        "*Severity*: CRITICAL",
                        "*Resource*: arn:aws:iot:us-east-1:000000000000:policy/p and 1 more",
                        "*Product*: IoT Device Defender - Audit",
                        "*Account*: 000000000000",
                        "*Region*: us-east-1",
                        "*State*: ACTIVE",
                        "<https://example.com/a?b=1&amp;c=2|Read more>");
    }

    @Test
    void tellsTeamsOfAFindingInACard() {
        channel(ChannelKind.TEAMS);
        assertThat(send(event(FINDING))).isInstanceOf(Delivered.class);

        assertThat(posted().at("/attachments/0/contentType").asString())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        JsonNode body = posted().at("/attachments/0/content/body");
        assertThat(body.at("/0/inlines/0/text").asString()).isEqualTo("Overly <!channel> permissive");
        assertThat(body.at("/1/inlines/0/text").asString()).isEqualTo("Severity: ");
        assertThat(body.at("/1/inlines/1/text").asString()).isEqualTo("CRITICAL");
        assertThat(body.findValuesAsString("url")).containsExactly("https://example.com/a?b=1&c=2");
        assertThat(body.findValuesAsString("type")).doesNotContain("TextBlock");
    }

    @Test
    void showsFiveFindingsAndCountsTheOthers() {
        channel(ChannelKind.SLACK);
        String bare = "{\"Title\":\"bare\",\"SourceUrl\":\"javascript:alert\",\"Resources\":[]}";
        send(event(String.join(",", Collections.nCopies(7, bare))));
        assertThat(slackTexts()).containsExactly("bare", "bare", "bare", "bare", "bare", "and 2 more");

        store.transactions().change(tx -> store.channels().remove(tx, SCOPE, "ops"));
        channel(ChannelKind.TEAMS);
        send(event(String.join(",", Collections.nCopies(6, bare))));
        assertThat(posted().toString()).contains("and 1 more");
    }

    @Test
    void takesTheLinkOfTheRemediationWhereThereIsNoOther() {
        channel(ChannelKind.SLACK);
        send(event("{\"Title\":\"t\",\"Remediation\":{\"Recommendation\":{\"Url\":\"https://fix.example/\"}}}"));
        assertThat(slackTexts()).containsExactly("t", "<https://fix.example/|Read more>");
        send(event("{\"Title\":\"t\",\"SourceUrl\":\"https://fix.example/|<!here>\"}"));
        assertThat(slackTexts()).containsExactly("t");
    }

    @Test
    void tellsOfOtherEventsAndOfTextsOfTransformers() {
        channel(ChannelKind.SLACK);
        send("{\"detail-type\":\"Target Test\",\"source\":\"fleetward.test\",\"detail\":{\"message\":\"a <test>\"}}");
        assertThat(slackTexts()).containsExactly("Target Test", "a &lt;test&gt;", "*Source*: fleetward.test");
        send("\"a sentence\"");
        assertThat(slackTexts()).containsExactly("Rule rule", "a sentence");
        send("{\"a\":1}");
        assertThat(slackTexts()).containsExactly("Rule rule", "{\"a\":1}");
        send("no JSON " + "x".repeat(1490) + "\uD83D\uDE00".repeat(9));
        assertThat(slackTexts().getLast()).hasSizeLessThanOrEqualTo(1500).endsWith("x…");

        store.transactions().change(tx -> store.channels().remove(tx, SCOPE, "ops"));
        channel(ChannelKind.TEAMS);
        send("\"a sentence\"");
        assertThat(posted().at("/attachments/0/content/body/1/inlines/0/text").asString())
                .isEqualTo("a sentence");
    }

    @Test
    void tellsWhatIsWorthTryingAgain() {
        assertThat(send("{}")).isInstanceOf(Refused.class);
        channel(ChannelKind.TEAMS);
        reply = new Reply.Answered(429, "");
        assertThat(send("{}")).isEqualTo(new Failed("HTTP_429", "answered 429"));
        reply = new Reply.Answered(410, "");
        assertThat(send("{}")).isEqualTo(new Refused("HTTP_410", "answered 410"));
        reply = new Reply.Silent("nobody there");
        assertThat(send("{}")).isEqualTo(new Failed("NO_RESPONSE", "nobody there"));
        reply = new Reply.Answered(200, "Webhook message delivery failed with error: HTTP error 429");
        assertThat(send("{}")).isEqualTo(new Failed("CHANNEL_FAILED", "Microsoft Teams did not take the message"));
    }

    private void mailbox() {
        channels.create(SCOPE, "ops", ChannelKind.EMAIL, null, new Credential("mailto:soc@fleetward.example"));
    }

    @Test
    void mailsAFindingInWordsAndTheEventAsAFile() {
        mailbox();
        assertThat(send(event(FINDING))).isEqualTo(new Delivered("the mail server took it"));

        OutgoingMail mail = mails.getFirst();
        assertThat(mail.to()).hasToString("soc@fleetward.example");
        assertThat(mail.subject()).isEqualTo("[CRITICAL] Overly <!channel> permissive");
        assertThat(mail.text())
                .startsWith("Overly <!channel> permissive\nSeverity: CRITICAL\nResource: arn:aws:iot:")
                .contains("https://example.com/a?b=1&c=2\n")
                .endsWith("--\nSent by the rule arn:aws:events:us-east-1:000000000000:rule/rule\n");
        assertThat(mail.attachment()).isEqualTo(new OutgoingMail.Attachment("event.json", event(FINDING)));

        send(event(String.join(",", Collections.nCopies(7, "{\"Title\":\"t\"}"))));
        assertThat(mails.getLast().text()).contains("and 2 more\n");
        assertThat(mails.getLast().subject()).isEqualTo("t");
        send("a sentence");
        assertThat(mails.getLast().text()).startsWith("Rule rule\na sentence\n");
    }

    @Test
    void tellsWhatTheMailServerSaid() {
        mailbox();
        mailed = new DeliveryOutcome.Failed("answered 451");
        assertThat(send("{}")).isEqualTo(new Failed("MAIL_FAILED", "answered 451"));
        mailed = new DeliveryOutcome.Refused("answered 550");
        assertThat(send("{}")).isEqualTo(new Refused("MAIL_REFUSED", "answered 550"));
    }

    @Test
    void mailsNobodyWhomTheOperatorNoLongerPermits() {
        mailbox();
        var withdrawn = new ChannelMail(mail().sender(), () -> null, Set.of("a@fleetward.example"));
        var rule = bus.rules.put(
                SCOPE, new RuleDraft(null, "rule", "{\"source\":[\"fire\"]}", null, true, null, null, Map.of()));
        var letter = new Letter(
                MatchedEvent.of(rule, "{}", bus.clock.instant()),
                EventFixture.target("t", RetryPolicy.STANDARD),
                "{}",
                0);
        assertThat(new ChannelSender(store, request -> reply, withdrawn).send(letter, "ops"))
                .isInstanceOf(Refused.class);
        assertThat(mails).isEmpty();
    }
}
