// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.ViolationBuilder;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.detect.learned.ConfidenceLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ViolationOperationsTest {
    private static final Instant START = Instant.parse("2026-06-01T00:00:00.250Z");

    private final DetectApi api = new DetectApi();

    @BeforeEach
    void raiseAlarms() {
        api.call("CreateSecurityProfile", "{'securityProfileName': 'TinyMessages'}");
        ViolationBuilder first = aViolation("aa11").startedAt(START).lastSeen(START.plusSeconds(3), 30);
        ViolationBuilder quiet = aViolation("bb22")
                .by("valve")
                .startedAt(START.plusSeconds(10))
                .of(aBehavior("quiet").suppressed(true));
        ViolationBuilder other =
                aViolation("cc33").startedAt(START.plusSeconds(20)).of("Other");
        api.registry.change(tx -> {
            for (ViolationBuilder violation : List.of(first, quiet, other)) {
                api.stores.violations().raise(tx, violation.build());
                api.stores.violations().append(tx, violation.raised());
            }
            api.stores.violations().append(tx, other.invalidatedAt(START.plusSeconds(30)));
        });
    }

    private List<String> active(String members) {
        return ids(api.call("ListActiveViolations", members), "activeViolations");
    }

    private List<String> events(String more) {
        String members = "{'startTime': '2026-06-01T00:00:00Z', 'endTime': '2026-06-02T00:00:00.000001Z'" + more + "}";
        return ids(api.call("ListViolationEvents", members), "violationEvents");
    }

    private static List<String> ids(Answer answer, String list) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path(list)
                .valueStream()
                .map(one -> one.path("violationId").asString())
                .toList();
    }

    @Test
    void showsActiveViolations() {
        String shown = api.call(
                        "ListActiveViolations", "{'thingName': 'pump-7', 'securityProfileName': 'TinyMessages'}")
                .body();

        assertThat(shown)
                .isEqualTo("{\"activeViolations\":[{\"violationId\":\"aa11\",\"thingName\":\"pump-7\","
                        + "\"securityProfileName\":\"TinyMessages\",\"behavior\":{\"name\":\"msgSize\",\"metric\":"
                        + "\"aws:message-byte-size\",\"criteria\":{\"comparisonOperator\":\"less-than\",\"value\":"
                        + "{\"count\":8},\"consecutiveDatapointsToAlarm\":1,\"consecutiveDatapointsToClear\":1}},"
                        + "\"lastViolationValue\":{\"count\":30},\"verificationState\":\"UNKNOWN\","
                        + "\"lastViolationTime\":1780272003.250,\"violationStartTime\":1780272000.250}]}");
    }

    @Test
    void filtersActiveViolations() {
        assertThat(active("{}")).containsExactly("cc33", "bb22", "aa11");
        assertThat(active("{'listSuppressedAlerts': true}")).containsExactly("bb22");
        assertThat(active("{'listSuppressedAlerts': false}")).containsExactly("cc33", "aa11");
        assertThat(active("{'behaviorCriteriaType': 'STATIC', 'thingName': 'valve'}"))
                .containsExactly("bb22");
        assertThat(active("{'behaviorCriteriaType': 'MACHINE_LEARNING'}")).isEmpty();
        assertThat(active("{'verificationState': 'TRUE_POSITIVE'}")).isEmpty();
        Answer unknown = api.call("ListActiveViolations", "{'securityProfileName': 'nothing'}");
        assertThat(unknown.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void showsWithWhichConfidenceALearnedBehaviorWasViolated() {
        ViolationBuilder learned = aViolation("dd44")
                .startedAt(START.plusSeconds(40))
                .of(aBehavior("usual").on("aws:num-disconnects").learns(ConfidenceLevel.MEDIUM));
        api.registry.change(tx -> {
            api.stores.violations().raise(tx, learned.build());
            api.stores.violations().append(tx, learned.raised());
        });
        String info = "\"violationEventAdditionalInfo\":{\"confidenceLevel\":\"MEDIUM\"}";

        Answer active = api.call("ListActiveViolations", "{'behaviorCriteriaType': 'MACHINE_LEARNING'}");
        Answer all = api.call("ListActiveViolations", "{}");

        assertThat(ids(active, "activeViolations")).containsExactly("dd44");
        assertThat(active.body())
                .contains("\"criteria\":{\"consecutiveDatapointsToAlarm\":1,\"consecutiveDatapointsToClear\":1,"
                        + "\"mlDetectionConfig\":{\"confidenceLevel\":\"MEDIUM\"}}")
                .contains(info);
        assertThat(all.body()).as("of the learned one alone").containsOnlyOnce("violationEventAdditionalInfo");
        assertThat(events(", 'behaviorCriteriaType': 'MACHINE_LEARNING'")).containsExactly("dd44");
        assertThat(events(", 'behaviorCriteriaType': 'MACHINE_LEARNING', 'listSuppressedAlerts': true"))
                .isEmpty();
    }

    @Test
    void showsEventsOfASpan() {
        assertThat(events("")).containsExactly("cc33", "cc33", "bb22", "aa11");
        assertThat(events(", 'securityProfileName': 'nothing'")).isEmpty();
        assertThat(events(", 'listSuppressedAlerts': true")).containsExactly("bb22");

        JsonNode latest = api.call(
                        "ListViolationEvents",
                        "{'startTime': '1780272000', 'endTime': '2026-06-01T00:01:00.600000Z', 'maxResults': 2}")
                .json()
                .path("violationEvents");
        assertThat(latest.get(0).path("violationEventType").asString()).isEqualTo("alarm-invalidated");
        assertThat(latest.get(0).has("metricValue")).isFalse();
        assertThat(latest.get(1).path("violationEventType").asString()).isEqualTo("in-alarm");
        assertThat(latest.get(1).path("metricValue").path("count").asLong()).isEqualTo(26);
        assertThat(latest.get(1).path("violationEventTime").doubleValue()).isEqualTo(1780272020.25);
    }

    @Test
    void pagesThroughEvents() {
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            String next = token.isEmpty() ? "" : ", 'nextToken': '" + token + "'";
            JsonNode page = api.call(
                            "ListViolationEvents",
                            "{'startTime': '2026-06-01T00:00:00Z', 'endTime': '2026-06-02T00:00:00Z', 'maxResults': 3"
                                    + next + "}")
                    .json();
            page.path("violationEvents")
                    .forEach(event -> seen.add(event.path("violationId").asString()));
            token = page.path("nextToken").asString("");
        } while (!token.isEmpty());

        assertThat(seen).containsExactly("cc33", "cc33", "bb22", "aa11");
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() {
        Answer refused = api.call(
                "ListViolationEvents", "{'startTime': '2026-06-02T00:00:00Z', 'endTime': '2026-06-01T00:00:00Z'}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void keepsAVerificationWithTheViolationAndItsEvents() {
        Answer put = api.call(
                "PutVerificationStateOnViolation",
                "{'violationId': 'aa11', 'verificationState': 'BENIGN_POSITIVE', 'verificationStateDescription':"
                        + " 'test'}");

        assertThat(put.status()).isEqualTo(200);
        assertThat(active("{'verificationState': 'BENIGN_POSITIVE'}")).containsExactly("aa11");
        assertThat(events(", 'verificationState': 'BENIGN_POSITIVE'")).containsExactly("aa11");
        assertThat(events(", 'verificationState': 'UNKNOWN'")).containsExactly("cc33", "cc33", "bb22");
        Answer unknown = api.call(
                "PutVerificationStateOnViolation", "{'violationId': 'ff', 'verificationState': 'TRUE_POSITIVE'}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.errorCode()).isEqualTo("InvalidRequestException");
    }
}
