// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.profile;
import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.ViolationEventRecord;
import io.fleetward.detect.metric.MetricValue.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The tutorial: messages of less than 8 bytes are expected of all things (detect, the seed tutorial). */
class ExperimentBTest {
    private final DetectWorld world = new DetectWorld();

    @BeforeEach
    void expectTinyMessagesOfAllThings() {
        world.profiles().create(HERE, "TinyMessages", profile(tinyMessages()), Map.of());
        world.attachments().attach(HERE, "TinyMessages", "arn:aws:iot:eu-west-1:111122223333:all/things");
        world.settle();
    }

    private ObjectNode lastFinding() {
        return world.findings.getLast();
    }

    private static Instant updatedAt(ObjectNode finding) {
        return Instant.parse(finding.get("UpdatedAt").stringValue());
    }

    @Test
    void raisesAnAlarmAndAFindingWithTheMessageThatIsTooLong() {
        world.createThing("pump-7");
        world.pass(Duration.ofSeconds(3));

        world.publish("pump-7", 9);

        assertThat(world.alarms()).containsExactly("pump-7 msgSize");
        assertThat(world.events()).singleElement().satisfies(event -> {
            assertThat(event.type().wireName()).isEqualTo("in-alarm");
            assertThat(event.value()).isEqualTo(new Count(9));
            assertThat(event.at()).isEqualTo(world.clock.instant());
        });
        assertThat(lastFinding().get("Title").stringValue())
                .isEqualTo("Registered thing pump-7 is in alarm for STATIC behavior msgSize.");
        assertThat(lastFinding().get("RecordState").stringValue()).isEqualTo("ACTIVE");
    }

    @Test
    void clearsTheAlarmAndArchivesTheFindingWhenAWindowHasShortMessagesOnly() {
        world.publish("pump-7", 9);
        ObjectNode raised = lastFinding();
        world.passPeriod();
        world.publish("pump-7", 3);
        assertThat(world.alarms()).hasSize(1);

        world.passPeriod();

        assertThat(world.alarms()).isEmpty();
        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared");
        ViolationEventRecord cleared = world.events().getLast();
        assertThat(cleared.value()).isEqualTo(new Count(3));
        assertThat(cleared.at()).isEqualTo(world.clock.instant());
        assertThat(lastFinding().get("Id")).isEqualTo(raised.get("Id"));
        assertThat(lastFinding().get("CreatedAt")).isEqualTo(raised.get("CreatedAt"));
        assertThat(lastFinding().get("RecordState").stringValue()).isEqualTo("ARCHIVED");
        assertThat(updatedAt(lastFinding())).isAfter(updatedAt(raised));
        assertThat(world.findings).hasSize(2);
    }

    @Test
    void alarmsForADeviceThatIsNotInTheRegistry() {
        world.publish("console-1b2c", 26);

        assertThat(world.alarms()).containsExactly("console-1b2c msgSize");
        assertThat(lastFinding().get("Title").stringValue())
                .isEqualTo("Unregistered thing console-1b2c is in alarm for STATIC behavior msgSize.");
    }

    @Test
    void tellsOnceHoweverManyMessagesAreTooLong() {
        for (int n = 0; n < 50; n++) {
            world.publish("pump-7", 9 + n);
            world.pass(Duration.ofSeconds(1));
        }

        assertThat(world.eventTypes()).containsExactly("in-alarm");
        assertThat(world.findings).hasSize(1);
    }

    @Test
    void staysQuietAboutShortMessages() {
        world.publish("pump-7", 7);
        world.pass(Duration.ofMinutes(1));

        assertThat(world.events()).isEmpty();
        assertThat(world.findings).isEmpty();
    }

    @Test
    void beginsANewEpisodeWhenTheProblemReturns() {
        world.publish("pump-7", 9);
        world.passPeriod();
        world.publish("pump-7", 3);
        world.passPeriod();
        world.pass(Duration.ofSeconds(1));

        world.publish("pump-7", 9);

        assertThat(world.eventTypes()).containsExactly("in-alarm", "alarm-cleared", "in-alarm");
        assertThat(world.findings.getLast().get("Id"))
                .isNotEqualTo(world.findings.getFirst().get("Id"));
    }
}
