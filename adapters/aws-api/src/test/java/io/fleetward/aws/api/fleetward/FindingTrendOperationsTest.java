// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static io.fleetward.hub.finding.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.hub.HubFixture;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.kernel.AccountRegion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FindingTrendOperationsTest {
    private final HubFixture hub = new HubFixture().enabled(HOME);
    private final ApiHarness api =
            ApiHarness.of(hub.clock, new FindingTrendOperations(hub.trend)).in(HOME);

    @Test
    void tellsWhatWasKeptAndWhatIs() {
        hub.trend.count();
        hub.imports.batchImport(hub.call(HOME), List.of(aFinding().sent()));
        hub.clock.advance(Duration.ofHours(3));

        Answer answer = call(-10, 10);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode counts = answer.json().path("counts");
        assertThat(counts).hasSize(2);
        assertThat(counts.at("/0/high").longValue()).isZero();
        long now = hub.clock.instant().getEpochSecond();
        assertThat(counts.path(1).toString())
                .isEqualTo("{\"at\":" + now + ",\"critical\":0,\"high\":1,\"medium\":0,\"low\":0,\"informational\":0}");
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() {
        Answer answer = call(10, -10);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidInputException");
    }

    @Test
    void refusesWhereTheHubIsOff() {
        api.in(AccountRegion.of("123456789012", "us-east-1"));
        assertThat(call(-10, 10).errorCode()).isEqualTo("InvalidAccessException");
    }

    /** Asks for a span around now, in hours. */
    private Answer call(long from, long to) {
        long now = hub.clock.instant().getEpochSecond();
        return api.call(
                AwsService.FLEETWARD,
                "ListOpenFindingCounts",
                "{'startTime':" + (now + from * 3600) + ",'endTime':" + (now + to * 3600) + "}");
    }
}
