// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.MessageAttribute;
import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.application.notification.TopicMessage;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Publishing over the wire. */
class TopicPublishOperationsTest {
    private final NotificationWorld world = new NotificationWorld();
    private final ApiHarness api = ApiHarness.of(world.clock, new TopicPublishOperations(world.publishing));
    private final String topic = world.topic("alarms");

    @Test
    void publishesTextSubjectAndAttributes() {
        world.subscribeConfirmed(topic, "https://hooks.example/");

        Answer answer = publish("'Message': 'a=b&c', 'Subject': 'About', 'MessageAttributes': {"
                + "'count': {'DataType': 'Number', 'StringValue': '3'},"
                + "'blob': {'DataType': 'Binary', 'BinaryValue': 'AQID'}}");

        TopicMessage message = world.dueMessages().getFirst();
        assertThat(answer.body())
                .contains("<PublishResult><MessageId>" + message.id() + "</MessageId></PublishResult>");
        assertThat(message.text()).isEqualTo("a=b&c");
        assertThat(message.subject()).isEqualTo("About");
        assertThat(message.attributes())
                .containsEntry("count", new MessageAttribute("Number", "3"))
                .containsEntry("blob", new MessageAttribute("Binary", "AQID"));
        assertThat(message.isPerProtocol()).isFalse();
    }

    @Test
    void takesATargetInPlaceOfATopicAndTextsByProtocol() {
        world.subscribeConfirmed(topic, "https://hooks.example/");

        Answer answer = call(
                "Publish",
                "{'TargetArn': '" + topic + "', 'Message': '{\\'default\\': \\'a\\'}', 'MessageStructure': 'json'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.dueMessages().getFirst().isPerProtocol()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'Message': 'a', 'PhoneNumber': '1' | PhoneNumber Reason: not supported",
                "'Message': 'a', 'TargetArn': 'arn:aws:sns:us-east-1:000000000000:alarms' | exactly one of them",
                "'Message': 'a', 'MessageGroupId': 'g' | MessageGroupId Reason: FIFO",
                "'Message': 'a', 'MessageDeduplicationId': 'd' | MessageDeduplicationId Reason: FIFO",
                "'Message': 'a', 'MessageStructure': 'xml' | Invalid parameter: MessageStructure",
                "'Message': 'a', 'MessageStructure': 'json' | failed to parse",
                "'Message': '' | Empty message",
                "'Message': 'a', 'MessageAttributes': {'n': {'DataType': 'Binary', 'StringValue': 'x'}} | BinaryValue and",
                "'Message': 'a', 'MessageAttributes': {'n': {'DataType': 'String'}} | StringValue and nothing else"
            })
    void refusesWhatCannotBePublished(String members, String message) {
        Answer answer = publish(members);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>InvalidParameter</Code>").contains(message);
    }

    @Test
    void publishesABatchEntryByEntry() {
        world.subscribeConfirmed(topic, "https://hooks.example/");

        Answer answer = batch("{'Id': 'a', 'Message': 'one'}, {'Id': 'b', 'Message': ''},"
                + " {'Id': 'c', 'Message': 'three', 'Subject': 'About'}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(world.dueMessages()).extracting(TopicMessage::text).containsExactlyInAnyOrder("one", "three");
        assertThat(answer.body())
                .contains("<Successful><member><Id>a</Id><MessageId>")
                .contains("<Failed><member><Id>b</Id><Code>InvalidParameter</Code>"
                        + "<Message>Invalid parameter: Empty message</Message><SenderFault>true</SenderFault>");
    }

    @Test
    void refusesABatchAsAWhole() {
        String eleven = IntStream.range(0, 11)
                .mapToObj(i -> "{'Id': '" + i + "', 'Message': 'm'}")
                .collect(Collectors.joining(", "));
        String large = "a".repeat(200_000);

        assertThat(batch("").body()).contains("<Code>EmptyBatchRequest</Code>");
        assertThat(batch(eleven).body()).contains("<Code>TooManyEntriesInBatchRequest</Code>");
        assertThat(batch("{'Id': 'a', 'Message': 'm'}, {'Id': 'a', 'Message': 'm'}")
                        .body())
                .contains("<Code>BatchEntryIdsNotDistinct</Code>");
        assertThat(batch("{'Id': 'a b', 'Message': 'm'}").body()).contains("<Code>InvalidBatchEntryId</Code>");
        assertThat(batch("{'Id': 'a', 'Message': '" + large + "'}, {'Id': 'b', 'Message': '" + large + "'}")
                        .body())
                .contains("<Code>BatchRequestTooLong</Code>");
        assertThat(call(
                                "PublishBatch",
                                "{'TopicArn': '" + topic
                                        + "s', 'PublishBatchRequestEntries': [{'Id': 'a', 'Message': 'm'}]}")
                        .body())
                .contains("<Code>NotFound</Code>");
    }

    private Answer publish(String members) {
        return call("Publish", "{'TopicArn': '" + topic + "', " + members + "}");
    }

    private Answer batch(String entries) {
        return call("PublishBatch", "{'TopicArn': '" + topic + "', 'PublishBatchRequestEntries': [" + entries + "]}");
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.SNS, operation, members);
    }
}
