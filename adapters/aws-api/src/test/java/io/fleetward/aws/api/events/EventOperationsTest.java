// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.delivery.DeadLetter;
import io.fleetward.application.events.delivery.DeliveryAttempt;
import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.delivery.QueuedEvent;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.rule.EventTags;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.fleetward.EventDeliveryOperations;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules, targets, events and their delivery over the wire. */
class EventOperationsTest {
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/alarms";
    private static final String TOPIC = EventFixture.TOPIC;

    private final EventFixture bus = new EventFixture();
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final ApiHarness api = ApiHarness.of(
            bus.clock,
            new RuleOperations(bus.rules, tokens),
            new TargetOperations(bus.targets, tokens),
            new PutEventsOperations(bus.publishing),
            new EventTagOperations(new EventTags(bus.ruleStore)),
            new EventDeliveryOperations(bus.trials, tokens));

    private Answer call(String operation, String members) {
        return api.call(AwsService.EVENTS, operation, members);
    }

    @Test
    void administersRules() {
        String pattern = "{\\\"source\\\":[\\\"fire\\\"]}";
        Answer put = call(
                "PutRule",
                "{'Name':'alarms','EventPattern':'" + pattern + "','Description':'who cries','State':'DISABLED',"
                        + "'Tags':[{'Key':'k','Value':'v'}]}");
        assertThat(put.body()).isEqualTo("{\"RuleArn\":\"" + RULE + "\"}");
        assertThat(call("EnableRule", "{'Name':'alarms'}").body()).isEqualTo("{}");
        assertThat(call("DescribeRule", "{'Name':'alarms'}").body())
                .isEqualTo("{\"Name\":\"alarms\",\"Arn\":\"" + RULE
                        + "\",\"EventPattern\":\"{\\\"source\\\":[\\\"fire\\\"]}\",\"State\":\"ENABLED\","
                        + "\"Description\":\"who cries\",\"EventBusName\":\"default\","
                        + "\"CreatedBy\":\"000000000000\"}");
        assertThat(call("ListRules", "{'NamePrefix':'al'}")
                        .json()
                        .at("/Rules/0/Name")
                        .asString())
                .isEqualTo("alarms");
        assertThat(call("ListTagsForResource", "{'ResourceARN':'" + RULE + "'}").body())
                .isEqualTo("{\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]}");
        call("TagResource", "{'ResourceARN':'" + RULE + "','Tags':[{'Key':'l','Value':'w'}]}");
        call("UntagResource", "{'ResourceARN':'" + RULE + "','TagKeys':['k']}");
        assertThat(call("ListTagsForResource", "{'ResourceARN':'" + RULE + "'}").body())
                .isEqualTo("{\"Tags\":[{\"Key\":\"l\",\"Value\":\"w\"}]}");
        assertThat(call("DisableRule", "{'Name':'alarms'}").body()).isEqualTo("{}");
        assertThat(call("DeleteRule", "{'Name':'alarms'}").body()).isEqualTo("{}");
        assertThat(call("DescribeRule", "{'Name':'alarms'}").message()).isEqualTo("Rule alarms does not exist.");
        Answer invalid = call("PutRule", "{'Name':'alarms','EventPattern':'[]'}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body())
                .isEqualTo("{\"__type\":\"InvalidEventPatternException\",\"message\":"
                        + "\"Event pattern is not valid. Reason: Filter is not an object\"}");
    }

    private void target(String members) {
        call("PutRule", "{'Name':'alarms','EventPattern':'{\\\"source\\\":[\\\"fire\\\"]}'}");
        Answer put = call("PutTargets", "{'Rule':'alarms','Targets':[" + members + "]}");
        assertThat(put.body()).isEqualTo("{\"FailedEntryCount\":0,\"FailedEntries\":[]}");
    }

    @Test
    void keepsTargetsAsTheyWereGiven() {
        String whole = "{'Id':'a','Arn':'" + TOPIC + "','RoleArn':'arn:aws:iam::000000000000:role/r','Input':'{}',"
                + "'RetryPolicy':{'MaximumRetryAttempts':3,'MaximumEventAgeInSeconds':60}}";
        String path = "{'Id':'b','Arn':'" + TOPIC + "','InputPath':'$.detail'}";
        String made = "{'Id':'c','Arn':'" + TOPIC
                + "','InputTransformer':{'InputPathsMap':{'x':'$.id'},'InputTemplate':'<x>'}}";
        String http = "{'Id':'d','Arn':'" + TOPIC + "','HttpParameters':{'PathParameterValues':['p'],"
                + "'HeaderParameters':{'H':'1'},'QueryStringParameters':{'q':'2'}}}";
        target(String.join(",", whole, path, made, http));

        String listed = call("ListTargetsByRule", "{'Rule':'alarms'}").body();
        assertThat(listed)
                .isEqualTo(("{'Targets':[" + String.join(",", whole, path, made, http) + "]}").replace('\'', '"'));
        assertThat(call("ListRuleNamesByTarget", "{'TargetArn':'" + TOPIC + "'}")
                        .body())
                .isEqualTo("{\"RuleNames\":[\"alarms\"]}");
        assertThat(call("RemoveTargets", "{'Rule':'alarms','Ids':['a','z']}").body())
                .isEqualTo("{\"FailedEntryCount\":1,\"FailedEntries\":[{\"TargetId\":\"z\","
                        + "\"ErrorCode\":\"ResourceNotFoundException\","
                        + "\"ErrorMessage\":\"Target z does not exist.\"}]}");
    }

    @Test
    void refusesTargetsThatAreNotSupported() {
        target("{'Id':'a','Arn':'" + TOPIC + "'}");
        assertThat(call(
                                "PutTargets",
                                "{'Rule':'alarms','Targets':[{'Id':'a','Arn':'" + TOPIC
                                        + "','SqsParameters':{'MessageGroupId':'g'}}]}")
                        .message())
                .isEqualTo("Parameter SqsParameters is not supported by Fleetward.");
        assertThat(call(
                                "PutTargets",
                                "{'Rule':'alarms','Targets':[{'Id':'a','Arn':'" + TOPIC
                                        + "','Input':'{}','InputPath':'$'}]}")
                        .message())
                .startsWith("Only one of Input, InputPath, or InputTransformer must be provided");
        assertThat(call(
                                "PutTargets",
                                "{'Rule':'alarms','Targets':[{'Id':'a','Arn':'" + TOPIC + "','InputPath':'nonsense'}]}")
                        .message())
                .contains("InputPath");
    }

    @Test
    void takesEventsAndSaysWhatBecameOfEach() {
        Answer put = call(
                "PutEvents",
                "{'Entries':[{'Source':'fire','DetailType':'t','Detail':'{}'},{'Source':'aws.x','DetailType':'t',"
                        + "'Detail':'{}'}]}");

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().path("FailedEntryCount").intValue()).isEqualTo(1);
        assertThat(put.json().at("/Entries/0/EventId").asString()).hasSize(36);
        assertThat(put.json().at("/Entries/1").toString())
                .isEqualTo("{\"ErrorCode\":\"NotAuthorizedForSource\","
                        + "\"ErrorMessage\":\"Not authorized for the source.\"}");
    }

    @Test
    void testsPatterns() {
        String event =
                "{\\\"id\\\":\\\"1\\\",\\\"account\\\":\\\"1\\\",\\\"source\\\":\\\"fire\\\",\\\"time\\\":\\\"1\\\","
                        + "\\\"region\\\":\\\"1\\\",\\\"resources\\\":[],\\\"detail-type\\\":\\\"1\\\"}";

        assertThat(call(
                                "TestEventPattern",
                                "{'EventPattern':'{\\\"source\\\":[\\\"fire\\\"]}','Event':'" + event + "'}")
                        .body())
                .isEqualTo("{\"Result\":true}");
    }

    @Test
    void triesTargets() {
        target("{'Id':'a','Arn':'" + TOPIC + "','InputPath':'$.source'}");
        Answer tried = api.call(AwsService.FLEETWARD, "TestEventTarget", "{'ruleName':'alarms','targetId':'a'}");
        assertThat(tried.body())
                .isEqualTo("{\"result\":\"DELIVERED\",\"detail\":\"ok\",\"sent\":\"\\\"fleetward.test\\\"\","
                        + "\"durationMillis\":0}");

        bus.behavior = letter -> new SendOutcome.Failed("HTTP_500", "answered 500");
        Answer failed = api.call(AwsService.FLEETWARD, "TestEventTarget", "{'ruleName':'alarms','targetId':'a'}");
        assertThat(failed.json().path("result").asString()).isEqualTo("FAILED");
        assertThat(failed.json().path("detail").asString()).isEqualTo("HTTP_500: answered 500");
        Answer missing = api.call(AwsService.FLEETWARD, "TestEventTarget", "{'ruleName':'nobody','targetId':'a'}");
        assertThat(missing.status()).isEqualTo(404);
        Answer malformed =
                api.call(AwsService.FLEETWARD, "TestEventTarget", "{'ruleName':'alarms','targetId':'a','event':'[]'}");
        assertThat(malformed.status()).isEqualTo(400);
    }

    @Test
    void showsAttemptsAndDeadLetters() {
        target("{'Id':'a','Arn':'" + TOPIC + "'}");
        var lane = new TargetLane(new RuleKey(EventFixture.SCOPE, "default", "alarms"), "a");
        var attempt = new DeliveryAttempt(
                "id", 2, DeliveryAttempt.Result.DEAD, "HTTP_404: no", bus.clock.instant(), Duration.ofMillis(3));
        var event = new QueuedEvent(EventFixture.SCOPE, "default", "id", "{}", 0, bus.clock.instant());
        var dead = new DeadLetter(lane, TOPIC, event, "HTTP_404", "no", null, 2, bus.clock.instant());
        bus.transactions.change(tx -> {
            bus.store.log().add(tx, lane, List.of(attempt));
            bus.store.deadLetters().add(tx, List.of(dead));
        });

        assertThat(api.call(AwsService.FLEETWARD, "ListEventDeliveries", "{'ruleName':'alarms','targetId':'a'}")
                        .body())
                .isEqualTo("{\"deliveries\":[{\"eventId\":\"id\",\"attempt\":2,\"result\":\"DEAD\","
                        + "\"detail\":\"HTTP_404: no\",\"at\":1780272000,\"durationMillis\":3}]}");
        assertThat(api.call(AwsService.FLEETWARD, "ListEventDeadLetters", "{}").body())
                .isEqualTo("{\"deadLetters\":[{\"ruleArn\":\"" + RULE + "\",\"targetId\":\"a\",\"targetArn\":\"" + TOPIC
                        + "\",\"event\":\"{}\",\"errorCode\":\"HTTP_404\",\"errorMessage\":\"no\",\"attempts\":2,"
                        + "\"at\":1780272000}]}");
    }
}
