// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.detect.behavior.BehaviorBuilder.aBehavior;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.detect.ViolationBuilder;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.behavior.Statistic;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationEvidenceOperationsTest {
    private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-06-01T00:05:00Z");

    private final DetectApi api = new DetectApi();

    private void raise(ViolationBuilder violation) {
        api.registry.change(tx -> api.stores.violations().raise(tx, violation.build()));
    }

    private String body(String id) {
        var answer = api.ask("DescribeViolationEvidence", "{'violationId': '" + id + "'}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void explainsWhyAnAlarmWasRaised() {
        raise(aViolation("aa11")
                .of(aBehavior("usual")
                        .on("aws:all-bytes-in")
                        .expects("less-than-equals", Statistic.P90)
                        .over(300))
                .raisedBy(new Evidence(new MetricValue.Count(100), FROM, TO, new Threshold(Statistic.P90, 90.5, 10))));

        assertThat(body("aa11"))
                .isEqualTo("{\"violationId\":\"aa11\",\"explanation\":\"pump-7: aws:all-bytes-in was 100 in the"
                        + " window from 2026-06-01T00:00:00Z to 2026-06-01T00:05:00Z, but was expected to be"
                        + " less-than-equals 90.5, which was the p90 of the 10 devices measured in the window"
                        + " before.\",\"value\":{\"count\":100},\"windowStart\":1780272000,\"windowEnd\":1780272300,"
                        + "\"threshold\":{\"statistic\":\"p90\",\"value\":90.5,\"populationSize\":10}}");
    }

    @Test
    void explainsWhatAModelExpected() {
        var judgement = new Judgement(
                2.5e-7, 900, 10.5, 90, TO, Judgement.Source.HOUR_OF_WEEK, Judgement.Cause.HIGH, 0.75, 0.5);
        raise(aViolation("ee55")
                .of(aBehavior("usual").on("aws:all-bytes-in").learns(ConfidenceLevel.HIGH))
                .raisedBy(new Evidence(new MetricValue.Count(900), FROM, TO, new Expectation(judgement, 7))));

        assertThat(body("ee55"))
                .startsWith("{\"violationId\":\"ee55\",\"explanation\":\"pump-7: aws:all-bytes-in in the window from"
                        + " 2026-06-01T00:00:00Z to 2026-06-01T00:05:00Z " + judgement.sentence() + ".\"")
                .endsWith("\"expectation\":{\"observed\":900.0,\"expectedLow\":10.5,\"expectedHigh\":90.0,"
                        + "\"tailProbability\":2.5E-7,\"context\":\"HOUR_OF_WEEK\",\"cause\":\"HIGH\","
                        + "\"causeShare\":0.75,\"modelVersion\":7,\"modelRipeness\":0.5}}");
    }

    @Test
    void showsEveryKindOfValue() {
        var values = List.of(
                new MetricValue.Numeric(1.5),
                new MetricValue.Cidrs(List.of("192.0.2.7")),
                new MetricValue.Ports(List.of(22)),
                new MetricValue.Numbers(List.of(2.5)),
                new MetricValue.Strings(List.of("lab")));
        for (int n = 0; n < values.size(); n++) {
            raise(aViolation("v" + n).raisedBy(new Evidence(values.get(n), TO, TO, null)));
        }

        assertThat(body("v0")).contains("\"value\":{\"number\":1.5}").doesNotContain("threshold");
        assertThat(body("v1")).contains("\"value\":{\"cidrs\":[\"192.0.2.7\"]}");
        assertThat(body("v2")).contains("\"value\":{\"ports\":[22]}");
        assertThat(body("v3")).contains("\"value\":{\"numbers\":[2.5]}");
        assertThat(body("v4")).contains("\"value\":{\"strings\":[\"lab\"]}");
    }

    @Test
    void saysOfAnOldViolationWhatIsKnown() {
        raise(aViolation("old"));

        assertThat(body("old"))
                .contains("was 26, but was expected to be less-than 8")
                .doesNotContain("window");
    }

    @Test
    void knowsNoOtherViolations() {
        var answer = api.ask("DescribeViolationEvidence", "{'violationId': 'none'}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("ResourceNotFoundException");
    }
}
