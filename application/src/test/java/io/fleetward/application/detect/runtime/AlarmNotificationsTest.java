// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import static io.fleetward.application.detect.Drafts.tinyMessages;
import static io.fleetward.application.detect.runtime.DetectWorld.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.ProfileDraft;
import io.fleetward.application.detect.ProfileUpdate;
import io.fleetward.application.detect.ProfileUpdate.Removals;
import io.fleetward.application.events.BusEvent;
import io.fleetward.application.identity.CallContext;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Role;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.VerificationState;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.profile.AlertTarget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is told when an alarm goes up and down. */
class AlarmNotificationsTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:alarms";
    private static final Map<String, AlertTarget> TARGETS =
            Map.of("SNS", new AlertTarget(TOPIC, "arn:aws:iam::111122223333:role/alerts"));

    private final DetectWorld world = new DetectWorld();

    @Test
    void tellsTheTargetOfEveryTransitionOnce() {
        watch(tinyMessages(), TARGETS);

        world.publish("pump-7", 9);
        world.publish("pump-7", 10);
        String id = world.events().getFirst().violationId();
        world.review().verify(byRoot(), id, new Verification(VerificationState.BENIGN_POSITIVE, null));
        world.passPeriod();
        world.publish("pump-7", 3);
        world.passPeriod();

        assertThat(world.notifications)
                .hasSize(2)
                .allSatisfy(told -> assertThat(told).startsWith(TOPIC + " "));
        JsonNode raised = message(0);
        assertThat(raised.get("violationEventType").stringValue()).isEqualTo("in-alarm");
        assertThat(raised.get("thingName").stringValue()).isEqualTo("pump-7");
        assertThat(raised.get("verificationState").stringValue()).isEqualTo("UNKNOWN");
        JsonNode cleared = message(1);
        assertThat(cleared.get("violationEventType").stringValue()).isEqualTo("alarm-cleared");
        assertThat(cleared.get("violationId")).isEqualTo(raised.get("violationId"));
        assertThat(cleared.get("verificationState").stringValue()).isEqualTo("BENIGN_POSITIVE");
        assertThat(world.bus.events())
                .extracting(left -> left.event().source() + " "
                        + left.event().detail().path("violationEventType").asString(""))
                .containsExactly("fleetward.detect in-alarm", "aws.iot ", "fleetward.detect alarm-cleared");
        BusEvent event = world.bus.events().getFirst().event();
        assertThat(event.detailType()).isEqualTo("Detect Violation");
        assertThat(event.resources())
                .containsExactly("arn:aws:iot:eu-west-1:111122223333:securityprofile/TinyMessages");
        assertThat(event.detail()).hasToString(raised.toString());
    }

    @Test
    void isSilentOnABehaviorWhoseAlertsAreSuppressed() {
        BehaviorDraft behavior = tinyMessages();
        watch(new BehaviorDraft(behavior.name(), behavior.metric(), null, behavior.criteria(), true, null), TARGETS);

        world.publish("pump-7", 9);

        assertThat(world.alarms()).hasSize(1);
        assertThat(world.notifications).isEmpty();
        assertThat(world.bus.events()).isEmpty();
    }

    @Test
    void tellsTheBusAloneWithoutATarget() {
        watch(tinyMessages(), null);

        world.publish("pump-7", 9);

        assertThat(world.alarms()).hasSize(1);
        assertThat(world.notifications).isEmpty();
        assertThat(world.bus.events()).hasSize(1);
    }

    @Test
    void tellsThatAnAlarmIsInvalidAsLongAsThereIsATarget() {
        watch(tinyMessages(), TARGETS);
        world.publish("pump-7", 9);

        var draft = new ProfileDraft(null, null, null, null, null, null);
        var withoutBehaviors = new Removals(true, false, false, false);
        world.profiles().update(HERE, new ProfileUpdate("TinyMessages", draft, withoutBehaviors, null));
        world.settle();

        assertThat(message(1).get("violationEventType").stringValue()).isEqualTo("alarm-invalidated");
        assertThat(message(1).has("metricValue")).isFalse();
        assertThat(world.bus.events().getLast().event().detail())
                .hasToString(message(1).toString());
    }

    private void watch(BehaviorDraft behavior, @Nullable Map<String, AlertTarget> targets) {
        var draft = new ProfileDraft(null, List.of(behavior), targets, null, null, null);
        world.profiles().create(HERE, "TinyMessages", draft, Map.of());
        world.attachments().attach(HERE, "TinyMessages", "arn:aws:iot:eu-west-1:111122223333:all/things");
        world.settle();
    }

    private JsonNode message(int index) {
        return JsonMapper.shared().readTree(world.notifications.get(index).substring(TOPIC.length()));
    }

    private static CallContext byRoot() {
        String arn = "arn:aws:iam::" + HERE.account() + ":root";
        return new CallContext(
                new Caller(HERE, arn, "AKIAROOT", Role.ADMINISTRATOR, "192.0.2.1"), "request-1", Instant.EPOCH);
    }
}
