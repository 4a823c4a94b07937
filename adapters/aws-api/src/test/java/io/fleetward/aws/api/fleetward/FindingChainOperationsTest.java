// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.chain.ChainFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
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
