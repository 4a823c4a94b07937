// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.EventBusAdministration;
import io.fleetward.application.events.InMemoryEventBuses;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Event buses over the wire. */
class EventBusOperationsTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final ApiHarness api = ApiHarness.of(
            clock,
            new EventBusOperations(
                    new EventBusAdministration(
                            new InMemoryTransactions(), new InMemoryEventBuses(), (tx, scope, bus) -> false, clock),
                    new PageTokens(new byte[32])));

    @Test
    void createsAndDescribes() {
        clock.advance(Duration.ofMillis(570));
        Answer created = call("CreateEventBus", "{'Name': 'alarms', 'Description': 'who cries'}");
        Answer described = call("DescribeEventBus", "{'Name': 'alarms'}");

        assertThat(created.body())
                .isEqualTo("{\"EventBusArn\":\"arn:aws:events:us-east-1:000000000000:event-bus/alarms\","
                        + "\"Description\":\"who cries\"}");
        assertThat(created.headers()).containsEntry("content-type", "application/x-amz-json-1.1");
        assertThat(described.body())
                .isEqualTo("{\"Name\":\"alarms\",\"Arn\":\"arn:aws:events:us-east-1:000000000000:event-bus/alarms\","
                        + "\"Description\":\"who cries\",\"CreationTime\":1780272000.570,"
                        + "\"LastModifiedTime\":1780272000.570}");
    }

    @Test
    void describesTheDefaultBusWhenNoneIsNamed() {
        assertThat(call("DescribeEventBus", "{}").body())
                .isEqualTo("{\"Name\":\"default\",\"Arn\":"
                        + "\"arn:aws:events:us-east-1:000000000000:event-bus/default\"}");
    }

    @Test
    void answersErrorsOfTheJsonProtocol() {
        Answer missing = call("DescribeEventBus", "{'Name': 'nobody'}");

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.body())
                .isEqualTo("{\"__type\":\"ResourceNotFoundException\","
                        + "\"message\":\"Event bus nobody does not exist.\"}");
    }

    @Test
    void refusesConstraintViolationsAndUnsupportedMembers() {
        assertThat(call("CreateEventBus", "{'Name': 'a b'}")
                        .json()
                        .path("__type")
                        .asString())
                .isEqualTo("ValidationException");
        assertThat(call("CreateEventBus", "{'Name': 7}").json().path("__type").asString())
                .isEqualTo("SerializationException");
        assertThat(call("CreateEventBus", "{'Name': 'a', 'KmsKeyIdentifier': 'key'}")
                        .message())
                .contains("KmsKeyIdentifier");
    }

    @Test
    void deletesAndLists() {
        call("CreateEventBus", "{'Name': 'a'}");
        call("CreateEventBus", "{'Name': 'b'}");
        assertThat(call("DeleteEventBus", "{'Name': 'b'}").body()).isEqualTo("{}");

        Answer first = call("ListEventBuses", "{'Limit': 1}");
        String token = first.json().path("NextToken").asString();
        Answer last = call("ListEventBuses", "{'Limit': 1, 'NextToken': '" + token + "'}");

        assertThat(first.json().path("EventBuses").get(0).path("Name").asString())
                .isEqualTo("a");
        assertThat(last.json().path("EventBuses").get(0).path("Name").asString())
                .isEqualTo("default");
        assertThat(last.json().has("NextToken")).isFalse();
        assertThat(call("ListEventBuses", "{'NamePrefix': 'a', 'NextToken': '" + token + "'}")
                        .json()
                        .path("__type")
                        .asString())
                .isEqualTo("ValidationException");
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.EVENTS, operation, members);
    }
}
