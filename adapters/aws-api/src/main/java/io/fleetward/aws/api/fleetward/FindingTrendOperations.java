// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.hub.FindingTrend;
import io.fleetward.application.hub.OpenFindings;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.model.fleetward.FleetwardApi;
import io.fleetward.aws.model.fleetward.ListOpenFindingCountsRequest;
import io.fleetward.aws.model.fleetward.ListOpenFindingCountsResponse;
import io.fleetward.aws.model.fleetward.OpenFindingCount;
import io.fleetward.hub.finding.SeverityLabel;

/** How the number of open findings developed. Thread-safe. */
public final class FindingTrendOperations implements FleetwardApi {
    private final FindingTrend trend;

    public FindingTrendOperations(FindingTrend trend) {
        this.trend = trend;
    }

    @Override
    public ListOpenFindingCountsResponse listOpenFindingCounts(
            ListOpenFindingCountsRequest request, CallContext context) {
        return ListOpenFindingCountsResponse.builder()
                .counts(trend.list(context, request.startTime(), request.endTime()).stream()
                        .map(FindingTrendOperations::shown)
                        .toList())
                .build();
    }

    private static OpenFindingCount shown(OpenFindings count) {
        return OpenFindingCount.builder()
                .at(count.at())
                .critical(count.of(SeverityLabel.CRITICAL))
                .high(count.of(SeverityLabel.HIGH))
                .medium(count.of(SeverityLabel.MEDIUM))
                .low(count.of(SeverityLabel.LOW))
                .informational(count.of(SeverityLabel.INFORMATIONAL))
                .build();
    }
}
