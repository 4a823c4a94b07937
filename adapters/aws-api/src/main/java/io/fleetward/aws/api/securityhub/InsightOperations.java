// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.securityhub;

import io.fleetward.application.hub.InsightEdit;
import io.fleetward.application.hub.Insights;
import io.fleetward.application.identity.CallContext;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.aws.api.page.Paging;
import io.fleetward.aws.model.securityhub.CreateInsightRequest;
import io.fleetward.aws.model.securityhub.CreateInsightResponse;
import io.fleetward.aws.model.securityhub.DeleteInsightRequest;
import io.fleetward.aws.model.securityhub.DeleteInsightResponse;
import io.fleetward.aws.model.securityhub.GetInsightResultsRequest;
import io.fleetward.aws.model.securityhub.GetInsightResultsResponse;
import io.fleetward.aws.model.securityhub.GetInsightsRequest;
import io.fleetward.aws.model.securityhub.GetInsightsResponse;
import io.fleetward.aws.model.securityhub.Insight;
import io.fleetward.aws.model.securityhub.InsightResultValue;
import io.fleetward.aws.model.securityhub.InsightResults;
import io.fleetward.aws.model.securityhub.SecurityHubApi;
import io.fleetward.aws.model.securityhub.UpdateInsightRequest;
import io.fleetward.aws.model.securityhub.UpdateInsightResponse;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.kernel.Page;

/** Insights and their results. Thread-safe. */
public final class InsightOperations implements SecurityHubApi {
    private static final int PAGE = 100;

    private final Insights insights;
    private final PageTokens tokens;

    public InsightOperations(Insights insights, PageTokens tokens) {
        this.insights = insights;
        this.tokens = tokens;
    }

    @Override
    public CreateInsightResponse createInsight(CreateInsightRequest request, CallContext context) {
        String arn = insights.create(context, request.name(), request.filters(), request.groupByAttribute());
        return CreateInsightResponse.builder().insightArn(arn).build();
    }

    @Override
    public UpdateInsightResponse updateInsight(UpdateInsightRequest request, CallContext context) {
        var edit = new InsightEdit(request.name(), request.filters(), request.groupByAttribute());
        insights.update(context, request.insightArn(), edit);
        return new UpdateInsightResponse();
    }

    @Override
    public DeleteInsightResponse deleteInsight(DeleteInsightRequest request, CallContext context) {
        insights.delete(context, request.insightArn());
        return DeleteInsightResponse.builder().insightArn(request.insightArn()).build();
    }

    @Override
    public GetInsightsResponse getInsights(GetInsightsRequest request, CallContext context) {
        Paging paging = tokens.bind(context, "GetInsights", request.insightArns());
        Page<Insight> page = insights.list(
                        context, request.insightArns(), paging.request(request.maxResults(), PAGE, request.nextToken()))
                .map(InsightOperations::insight);
        return GetInsightsResponse.builder()
                .insights(page.items())
                .nextToken(paging.token(page))
                .build();
    }

    @Override
    public GetInsightResultsResponse getInsightResults(GetInsightResultsRequest request, CallContext context) {
        Insights.Results results = insights.results(context, request.insightArn());
        return GetInsightResultsResponse.builder()
                .insightResults(InsightResults.builder()
                        .insightArn(results.insight().arn())
                        .groupByAttribute(results.insight().grouping().key().wireName())
                        .resultValues(results.groups().stream()
                                .map(InsightOperations::value)
                                .toList())
                        .build())
                .build();
    }

    private static Insight insight(io.fleetward.hub.insight.Insight insight) {
        return Insight.builder()
                .insightArn(insight.arn())
                .name(insight.name())
                .filters(insight.filters())
                .groupByAttribute(insight.grouping().key().wireName())
                .build();
    }

    private static InsightResultValue value(FindingGroup group) {
        return InsightResultValue.builder()
                .groupByAttributeValue(group.value())
                .count(Math.toIntExact(group.count()))
                .build();
    }
}
