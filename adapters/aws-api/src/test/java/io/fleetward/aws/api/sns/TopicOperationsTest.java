// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.sns;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import org.junit.jupiter.api.Test;

/** Topics over the wire. */
class TopicOperationsTest {
    private static final String ARN = "arn:aws:sns:us-east-1:000000000000:alarms";

    private final NotificationWorld world = new NotificationWorld();
    private final ApiHarness api =
            ApiHarness.of(world.clock, new TopicOperations(world.topics, new PageTokens(new byte[32])));

    @Test
    void createsDescribesListsAndDeletes() {
        Answer created = call("CreateTopic", "{'Name': 'alarms', 'Attributes': {'DisplayName': 'A & B'}}");
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.body())
                .startsWith("<CreateTopicResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                        + "<CreateTopicResult><TopicArn>" + ARN + "</TopicArn></CreateTopicResult>");

        assertThat(call("GetTopicAttributes", "{'TopicArn': '" + ARN + "'}").body())
                .contains("<entry><key>DisplayName</key><value>A &amp; B</value></entry>")
                .contains("<entry><key>Owner</key><value>000000000000</value></entry>");
        assertThat(call("ListTopics", "{}").body())
                .contains("<Topics><member><TopicArn>" + ARN + "</TopicArn></member></Topics>");

        call(
                "SetTopicAttributes",
                "{'TopicArn': '" + ARN + "', 'AttributeName': 'SignatureVersion', 'AttributeValue': '2'}");
        assertThat(call("GetTopicAttributes", "{'TopicArn': '" + ARN + "'}").body())
                .contains("<entry><key>SignatureVersion</key><value>2</value></entry>");

        Answer deleted = call("DeleteTopic", "{'TopicArn': '" + ARN + "'}");
        assertThat(deleted.body()).startsWith("<DeleteTopicResponse").contains("<RequestId>");
        assertThat(call("GetTopicAttributes", "{'TopicArn': '" + ARN + "'}").status())
                .isEqualTo(404);
    }

    @Test
    void answersErrorsInXml() {
        Answer missing = call("GetTopicAttributes", "{'TopicArn': '" + ARN + "'}");
        Answer invalid = call("CreateTopic", "{'Name': 'a b'}");
        Answer incomplete = call("CreateTopic", "{}");

        assertThat(missing.body())
                .isEqualTo("<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code>"
                        + "<Message>Topic does not exist</Message></Error><RequestId>"
                        + missing.headers().get("x-amzn-requestid") + "</RequestId></ErrorResponse>");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body()).contains("<Code>InvalidParameter</Code>");
        assertThat(incomplete.body()).contains("<Code>ValidationError</Code>").contains("at 'name'");
    }

    @Test
    void namesMembersThatAreNotSupported() {
        assertThat(call("CreateTopic", "{'Name': 'alarms', 'Tags': [{'Key': 'a', 'Value': 'b'}]}")
                        .body())
                .contains("<Code>InvalidParameter</Code>")
                .contains("Tags");
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 101; i++) {
            call("CreateTopic", "{'Name': 'topic-%03d'}".formatted(i));
        }
        String first = call("ListTopics", "{}").body();
        String token = first.substring(first.indexOf("<NextToken>") + 11, first.indexOf("</NextToken>"));

        assertThat(call("ListTopics", "{'NextToken': '" + token + "'}").body())
                .contains("topic-100</TopicArn>")
                .doesNotContain("topic-099")
                .doesNotContain("NextToken");
        assertThat(call("ListTopics", "{'NextToken': 'forged'}").body()).contains("<Code>ValidationError</Code>");
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.SNS, operation, members);
    }
}
