// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.chain.ChainFixture;
import io.fleetward.application.events.delivery.DeliveryAttempt;
import io.fleetward.application.events.delivery.TargetLane;
import io.fleetward.application.events.delivery.ToldFinding;
import io.fleetward.application.events.rule.RuleKey;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FindingChainOperationsTest {
    private static final AccountRegion STRANGER = AccountRegion.of("999999999999", "eu-west-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String REQUEST = "{\"id\":\"v1\",\"productArn\":\"" + ChainFixture.DETECT + "\"}";

    private final ChainFixture fixture = new ChainFixture();
    private final ApiHarness api = ApiHarness.of(
                    fixture.correlations.hub.clock, new FindingChainOperations(fixture.chains))
            .in(HOME);

    @Test
    void tellsWhatLedToAFinding() {
        fixture.raise(aViolation("v1")
                .startedAt(NOON)
                .raisedBy(new Evidence(new MetricValue.Count(10), NOON.minusSeconds(300), NOON, null)));
        ApiHarness.Answer answer = api.call(AwsService.FLEETWARD, "DescribeFindingChain", REQUEST);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode chain = answer.json();
        assertThat(chain.path("isComplete").booleanValue()).isTrue();
        assertThat(chain.path("missing")).isEmpty();
        assertThat(chain.path("links").findValuesAsString("kind")).containsExactly("METRIC", "ALARM", "FINDING");
        JsonNode alarm = chain.at("/links/1");
        assertThat(alarm.path("time").longValue()).isEqualTo(NOON.getEpochSecond());
        assertThat(alarm.path("summary").stringValue()).contains("in alarm");
        assertThat(alarm.at("/identifiers/violationId").stringValue()).isEqualTo("v1");
    }

    @Test
    void tellsWhoWasToldOfAFinding() {
        fixture.raise(aViolation("v1").startedAt(NOON));
        Instant put = fixture.correlations.hub.clock.instant();
        var told = new ToldFinding(
                new FindingKey(ChainFixture.DETECT, "v1"),
                "e1",
                "Security Hub Findings - Imported",
                put,
                DeliveryAttempt.Result.DELIVERED,
                "answered 200",
                put.plusMillis(3));
        var lane = new TargetLane(new RuleKey(HOME, "default", "alarms"), "hook");
        fixture.correlations.hub.transactions.change(tx -> fixture.told.add(tx, lane, List.of(told)));

        JsonNode links = api.call(AwsService.FLEETWARD, "DescribeFindingChain", REQUEST)
                .json()
                .path("links");

        assertThat(links.findValuesAsString("kind")).containsExactly("ALARM", "FINDING", "EVENT", "DELIVERY");
        assertThat(links.path(2).path("identifiers").path("eventId").stringValue())
                .isEqualTo("e1");
        assertThat(links.path(3).path("summary").stringValue())
                .isEqualTo("Delivered to target hook of rule alarms: answered 200");
        assertThat(links.path(3).path("identifiers").path("targetId").stringValue())
                .isEqualTo("hook");
    }

    @Test
    void needsTheHubAndShowsNothingOfOthers() {
        fixture.raise(aViolation("v1").startedAt(NOON));
        api.in(STRANGER);
        refused(401, "InvalidAccessException");
        fixture.correlations.hub.enabled(STRANGER);
        refused(404, "ResourceNotFoundException");
    }

    private void refused(int status, String code) {
        ApiHarness.Answer answer = api.call(AwsService.FLEETWARD, "DescribeFindingChain", REQUEST);
        assertThat(answer.errorCode()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
