// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.archive.ArchiveAdministration;
import io.fleetward.application.events.archive.ReplayAdministration;
import io.fleetward.application.events.delivery.EventFixture;
import io.fleetward.application.events.rule.FlatPatterns;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import org.junit.jupiter.api.Test;

/** Archives and replays over the wire. */
class ArchiveOperationsTest {
    private static final String ARN = "arn:aws:events:us-east-1:000000000000:";
    private static final String START = "1780272000";

    private final EventFixture bus = new EventFixture();
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final ApiHarness api = ApiHarness.of(
            bus.clock,
            new ArchiveOperations(
                    new ArchiveAdministration(bus.archiveStore, new FlatPatterns(), () -> {}, bus.clock, bus.ids),
                    tokens),
            new ReplayOperations(new ReplayAdministration(bus.archiveStore, bus.book, () -> {}, bus.clock), tokens));

    private Answer call(String operation, String members) {
        return api.call(AwsService.EVENTS, operation, members);
    }

    private Answer create(String name) {
        return call(
                "CreateArchive",
                "{'ArchiveName':'" + name + "','EventSourceArn':'" + ARN
                        + "event-bus/default','Description':'d','RetentionDays':7}");
    }

    private Answer start(String name) {
        return call(
                "StartReplay",
                "{'ReplayName':'" + name + "','EventSourceArn':'" + ARN + "archive/all','EventStartTime':" + START
                        + ",'EventEndTime':1780272060,'Destination':{'Arn':'" + ARN + "event-bus/default'}}");
    }

    @Test
    void administersArchives() {
        assertThat(create("all").body())
                .isEqualTo("{\"ArchiveArn\":\"" + ARN + "archive/all\",\"State\":\"ENABLED\",\"CreationTime\":" + START
                        + "}");
        bus.put("fire");
        bus.route();
        Answer described = call("DescribeArchive", "{'ArchiveName':'all'}");
        assertThat(described.body())
                .startsWith(
                        "{\"ArchiveArn\":\"" + ARN + "archive/all\",\"ArchiveName\":\"all\",\"EventSourceArn\":\"" + ARN
                                + "event-bus/default\",\"Description\":\"d\",\"State\":\"ENABLED\",\"RetentionDays\":7,\"SizeBytes\":")
                .endsWith(",\"EventCount\":1,\"CreationTime\":" + START + "}");
        assertThat(call("UpdateArchive", "{'ArchiveName':'all','RetentionDays':1}")
                        .json()
                        .path("State")
                        .asString())
                .isEqualTo("ENABLED");
        create("other");
        Answer first = call("ListArchives", "{'Limit':1}");
        assertThat(first.json().at("/Archives/0/RetentionDays").asInt()).isOne();
        String token = first.json().path("NextToken").asString();
        assertThat(call("ListArchives", "{'Limit':1,'NextToken':'" + token + "'}")
                        .json()
                        .at("/Archives/0/ArchiveName")
                        .asString())
                .isEqualTo("other");
        assertThat(call("ListArchives", "{'NamePrefix':'o'}")
                        .json()
                        .path("Archives")
                        .size())
                .isOne();
        assertThat(call("ListArchives", "{'State':'DISABLED'}")
                        .json()
                        .path("Archives")
                        .size())
                .isZero();
        assertThat(call("DeleteArchive", "{'ArchiveName':'all'}").body()).isEqualTo("{}");
        assertThat(call("DescribeArchive", "{'ArchiveName':'all'}").body())
                .isEqualTo("{\"__type\":\"ResourceNotFoundException\",\"message\":\"Archive all does not exist.\"}");
    }

    @Test
    void refusesWhatTheServiceRefuses() {
        create("all");
        assertThat(create("all").json().path("__type").asString()).isEqualTo("ResourceAlreadyExistsException");
        assertThat(call("ListArchives", "{'NamePrefix':'o','State':'ENABLED'}").message())
                .isEqualTo("At most one filter is allowed for ListArchives. Use either : State, EventSourceArn, or"
                        + " NamePrefix.");
        assertThat(call("UpdateArchive", "{'ArchiveName':'all','EventPattern':'[]'}")
                        .json()
                        .path("__type")
                        .asString())
                .isEqualTo("InvalidEventPatternException");
        assertThat(create("a b").json().path("__type").asString()).isEqualTo("ValidationException");
        assertThat(call("CancelReplay", "{'ReplayName':'none'}").message()).isEqualTo("Replay none does not exist.");
    }

    @Test
    void startsShowsAndCancelsReplays() {
        create("all");
        assertThat(start("again").body())
                .isEqualTo("{\"ReplayArn\":\"" + ARN + "replay/again\",\"State\":\"STARTING\",\"ReplayStartTime\":"
                        + START + "}");
        assertThat(call("DescribeReplay", "{'ReplayName':'again'}").body())
                .isEqualTo("{\"ReplayName\":\"again\",\"ReplayArn\":\"" + ARN
                        + "replay/again\",\"State\":\"STARTING\",\"EventSourceArn\":\"" + ARN
                        + "archive/all\",\"Destination\":{\"Arn\":\"" + ARN
                        + "event-bus/default\"},\"EventStartTime\":" + START
                        + ",\"EventEndTime\":1780272060,\"ReplayStartTime\":" + START + "}");
        assertThat(call("ListReplays", "{'State':'STARTING'}")
                        .json()
                        .at("/Replays/0/ReplayName")
                        .asString())
                .isEqualTo("again");
        assertThat(call("ListReplays", "{'EventSourceArn':'" + ARN + "archive/other'}")
                        .json()
                        .path("Replays")
                        .size())
                .isZero();
        assertThat(call("CancelReplay", "{'ReplayName':'again'}").body())
                .isEqualTo("{\"ReplayArn\":\"" + ARN + "replay/again\",\"State\":\"CANCELLING\"}");
        Answer again = call("CancelReplay", "{'ReplayName':'again'}");
        assertThat(again.json().path("__type").asString()).isEqualTo("IllegalStatusException");
    }
}
