// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import io.fleetward.application.detect.learned.TrainingSummaries;
import io.fleetward.application.detect.learned.TrainingSummaries.Summary;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.iot.BehaviorModelTrainingSummary;
import io.fleetward.aws.model.iot.GetBehaviorModelTrainingSummariesRequest;
import io.fleetward.aws.model.iot.GetBehaviorModelTrainingSummariesResponse;
import io.fleetward.aws.model.iot.IotApi;
import io.fleetward.kernel.Page;
import java.util.Objects;

/** How the models of learned behaviors stand (detect, GetBehaviorModelTrainingSummaries). Thread-safe. */
public final class TrainingSummaryOperations implements IotApi {
    private static final int PAGE = 10;

    private final TrainingSummaries summaries;
    private final PageTokens tokens;

    public TrainingSummaryOperations(TrainingSummaries summaries, PageTokens tokens) {
        this.summaries = summaries;
        this.tokens = tokens;
    }

    @Override
    public GetBehaviorModelTrainingSummariesResponse getBehaviorModelTrainingSummaries(
            GetBehaviorModelTrainingSummariesRequest request, CallContext context) {
        String profile = request.securityProfileName();
        Paging paging =
                tokens.bind(context, "GetBehaviorModelTrainingSummaries", Objects.requireNonNullElse(profile, ""));
        Page<Summary> page = summaries.list(
                context.scope(), profile, paging.request(request.maxResults(), PAGE, request.nextToken()));
        return new GetBehaviorModelTrainingSummariesResponse(
                page.map(TrainingSummaryOperations::shown).items(), paging.token(page));
    }

    private static BehaviorModelTrainingSummary shown(Summary summary) {
        return BehaviorModelTrainingSummary.builder()
                .securityProfileName(summary.profile())
                .behaviorName(summary.behavior())
                .trainingDataCollectionStartDate(summary.collectingSince())
                .modelStatus(summary.status().name())
                .datapointsCollectionPercentage(summary.percentage())
                .lastModelRefreshDate(summary.refreshedAt())
                .build();
    }
}
